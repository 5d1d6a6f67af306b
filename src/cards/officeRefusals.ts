import type { OrganisationRefusal } from '../domain/organisation/refusal';

/** Why nothing changed in the organisation, and what to do next, in plain words. */
const sentences: Readonly<Record<OrganisationRefusal, string>> = {
  'not-an-administrator': 'Only administrators can change this, so nothing was changed.',
  'not-by-yourself': 'Supervisors read cases, so nobody gives that to themselves. Please ask another administrator to do it.',
  'not-your-team': 'They are not in a team that you supervise, so nothing was changed.',
  'named-in-the-settings': 'They are an administrator by the settings of the bot. Whoever runs it can take them out there.',
  'last-administrator': 'They are the last administrator. Make somebody else one first, so that roles can still be given.',
  'no-such-person': 'I do not know them as that. Look for them in the list of people.',
  'has-left': 'They have left the service. Say first that they are back, then give them a role.',
  'no-such-team': 'That team is not there. Here are the teams as they are now.',
  'team-missing': 'Please choose the team as well.',
  'id-unreadable': 'That is no object id. Copy it from Entra: letters, digits and dashes.',
  'name-missing': 'Please write a name first.',
  'name-too-long': 'That name is too long. A short one is enough.',
  'name-taken': 'Another team has that name already. Please choose a different one.',
  'no-such-contact': 'I do not know that number. Here are the ones that you can change.',
  'national-number': 'That is a national number. It comes with Threefold and is the same everywhere.',
  'number-unreadable': 'Please write the number with digits and spaces only.',
  'number-for-drama': 'That number is kept free for plays and films, so nobody answers there. Please write the real one.',
  'day-missing': 'Please choose the day by which somebody checks it again.',
  'day-in-the-past': 'That day has gone already. Please choose a later one.',
  'day-too-far': 'That is more than a year ahead. Please choose a day within the next year.',
  'reason-missing': 'People in danger may depend on this number. Please write why it changes.',
  'nothing-changed': 'Nothing needed changing: it already stands like that.',
};

export const officeRefusalText = (reason: OrganisationRefusal): string => sentences[reason];
