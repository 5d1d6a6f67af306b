/** Which card shows a screen of the organisation. There is no default branch: a new screen without a card does not compile. */
import { presentLeave } from './leaveCard';
import { presentChanges } from './officeChanges';
import { presentDirectory } from './officeDirectory';
import { presentOfficeHome } from './officeHome';
import { presentNumber, presentNumbers } from './officeNumbers';
import { presentMember, presentPeople } from './officePeople';
import { presentRecords } from './officeRecords';
import { presentFoundServices, presentLikeness, presentTag, presentTags } from './officeTags';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import { presentTeams, presentTeamSetup } from './officeTeams';
import type { AdaptiveCard } from './registry';
import type { Shown } from './shown';
import { presentHandOver, presentHandOverAll, presentMyTeam } from './teamCards';

export function presentOffice(screen: OfficeScreen, desk: OfficeDesk): Shown {
  return { card: cardOf(screen, desk), summary: screen.kind === 'my-team' || screen.kind === 'hand-over' || screen.kind === 'leave' ? 'Your team' : 'Administration' };
}

function cardOf(screen: OfficeScreen, desk: OfficeDesk): AdaptiveCard {
  switch (screen.kind) {
    case 'office':
      return presentOfficeHome(screen, desk);
    case 'people':
      return presentPeople(screen, desk);
    case 'member':
      return presentMember(screen, desk);
    case 'teams':
      return presentTeams(screen, desk);
    case 'team-setup':
      return presentTeamSetup(screen, desk);
    case 'numbers':
      return presentNumbers(screen, desk);
    case 'number':
      return presentNumber(screen, desk);
    case 'changes':
      return presentChanges(screen, desk);
    case 'records':
      return presentRecords(screen, desk);
    case 'directory':
      return presentDirectory(screen);
    case 'tags':
      return presentTags(screen, desk);
    case 'likeness':
      return presentLikeness(screen);
    case 'tag':
      return presentTag(screen, desk);
    case 'found-services':
      return presentFoundServices(screen);
    case 'hand-over-all':
      return presentHandOverAll(screen, desk);
    case 'my-team':
      return presentMyTeam(screen, desk);
    case 'leave':
      return presentLeave(screen, desk);
    case 'hand-over':
      return presentHandOver(screen, desk);
  }
}
