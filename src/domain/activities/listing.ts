/** What is read of a listing, whatever the directory that it comes from. */
export type ListingText = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly organisation?: string;
  readonly eligibility?: string;
  readonly applicationProcess?: string;
  readonly alert?: string;
  readonly fees?: string;
  readonly costs: readonly { readonly option?: string; readonly amount?: number; readonly text?: string }[];
  readonly waitTime?: string;
  readonly capacity?: string;
  readonly ages: { readonly from?: number; readonly to?: number };
  readonly schedules: readonly ListedSchedule[];
  readonly attendingTypes: readonly string[];
  readonly attendingAccess: readonly string[];
  readonly accessibility: readonly string[];
  readonly interpretation?: string;
  readonly languages?: readonly string[];
  readonly serviceAreas?: readonly string[];
  readonly locations: readonly ListedPlace[];
  readonly taxonomy: readonly { readonly term: string }[];
  readonly contacts: readonly { readonly role?: string }[];
  readonly status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  /** ISO days. */
  readonly assuredDate?: string;
  readonly lastModified?: string;
};
export type WeekDay = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type ListedSchedule = { readonly days: readonly WeekDay[]; readonly opens?: string; readonly closes?: string; readonly text?: string; readonly rule?: string; readonly from?: string; readonly until?: string; readonly closed?: boolean };
export type ListedPlace = { readonly name?: string; readonly address?: string; readonly postcode?: string; readonly latitude?: number; readonly longitude?: number; readonly kind?: 'physical' | 'postal' | 'virtual' };
