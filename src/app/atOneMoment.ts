/** One turn sees one organisation: asked for once, unless somebody needs it fresh or changes it. */
import type { OrganisationStore, Parts } from './ports';

/** For the length of one turn. What is somebody else's is still looked up anew, and a change made in this turn is seen by the rest of it. */
export function atOneMoment(parts: Parts): Parts {
  const { organisation } = parts;
  let known: ReturnType<OrganisationStore['load']> | undefined;
  return {
    ...parts,
    organisation: {
      load: (asked) => (asked?.fresh === true || known === undefined ? (known = organisation.load(asked)) : known),
      append: async (expectedRev, events) => {
        try {
          return await organisation.append(expectedRev, events);
        } finally {
          known = undefined;
        }
      },
    },
  };
}
