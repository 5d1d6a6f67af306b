/** Who can read what is posted in a place, as far as the platform says. */
export type Audience =
  | {
      readonly kind: 'seen';
      readonly people: number;
      /** There are more than were counted. */
      readonly more: boolean;
      /** From outside the organisation. */
      readonly guests: number;
      /** Some of them. */
      readonly names: readonly string[];
      /** Those whom the platform names as owners. */
      readonly owners: readonly string[];
      /** Other teams and organisations may be in it. */
      readonly shared: boolean;
    }
  | { readonly kind: 'unseen'; readonly shared: boolean };
