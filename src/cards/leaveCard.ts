/** Who is away from work, said by themselves or by a supervisor of their team: what is due goes to somebody who is there. */
import { isAway, nameOfMember, type Member } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { mainButton, sideButton } from './buttons';
import { escapeText, shorten } from './escape';
import { backToMyCases, officeDay, officeList, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const mostListed = 12;

export function presentLeave(screen: Extract<OfficeScreen, { kind: 'leave' }>, { organisation, today }: OfficeDesk): AdaptiveCard {
  const { people, self } = screen;
  const [only] = people.length === 1 ? people : [];
  const about = only ? { person: only.id } : {};
  const away = people.filter((member) => isAway(member, today)).slice(0, mostListed);
  const untilWhen = ({ leave }: Member): string => (leave?.until === undefined ? 'on leave' : `on leave, back on ${dayInWords(leave.until)}`);
  const named = (member: Member): string => (member.id === self ? 'You' : escapeText(shorten(nameOfMember(member), 60)));
  const leave = { verb: 'say-away' as const, ...about };
  // Nobody is back who is not away.
  const back = { verb: 'say-back' as const, ...about };
  return renderOffice({
    screen,
    title: 'Leave',
    intro: 'While somebody is away, what is due goes to a supervisor of their team, by its reference alone. Their cases stay theirs.',
    blocks: away.length === 0 ? [] : [{ label: 'Away now', items: away.map((member) => `${named(member)}: ${untilWhen(member)}`) }],
    choices: only ? [] : officeList('person', organisation.rev, 'Who', people.map((member) => ({ title: member.id === self ? 'Me' : nameOfMember(member), value: member.id })), people[0]?.id),
    days: [officeDay('until', organisation.rev, 'First day back, if it is known', today)],
    buttons: [...(only && away.length > 0 ? [mainButton('Back at work', back), sideButton('Change the day', leave)] : [mainButton('On leave from now', leave), ...(away.length === 0 ? [] : [sideButton('Back at work', back)])]), backToMyCases],
  });
}
