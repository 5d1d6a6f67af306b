/** What an administrator does with a record as a whole, by its reference: set it aside, keep it on, erase it. Nothing of it is shown. */
import type { recordActs } from './actions';
import { mainButton } from './buttons';
import { field } from './formCard';
import { backToOffice, officeList, renderOffice } from './officeCard';
import type { OfficeDesk, OfficeScreen } from './officeScreen';
import type { AdaptiveCard } from './registry';

const acts: Readonly<Record<(typeof recordActs)[number], string>> = {
  'set-aside': 'Set it aside: kept, not used',
  'take-up': 'Take it up again',
  'keep-on': 'Keep it beyond its end',
  'end-keeping': 'Keep it beyond its end no more',
  state: 'Add what the person says is wrong',
  erase: 'Erase it for good',
};

export function presentRecords(screen: Extract<OfficeScreen, { kind: 'records' }>, { organisation: { rev } }: OfficeDesk): AdaptiveCard {
  const typed = (name: string): { value: string } => ({ value: screen.fields?.[name] ?? '' });
  return renderOffice({
    screen,
    title: 'Records',
    intro: 'When a person asks for it, or the law does. You do not see what is in a record from here.',
    lines: [field('ref', rev, 'Reference', { ...typed('ref'), placeholder: 'Such as WREN-204' })],
    choices: officeList('act', rev, 'What to do', Object.entries(acts).map(([value, title]) => ({ title, value })), screen.fields?.['act']),
    details: [
      field('reason', rev, 'Why, or what the person says', { ...typed('reason'), placeholder: 'Who asked, and on what ground' }),
      field('again', rev, 'To erase it: the reference once more', typed('again')),
    ],
    foot: 'It is recorded with your name. What was erased does not come back; that it was erased stays known. If the person asks for a copy, whoever runs Threefold can make one.',
    buttons: [mainButton('Do this', { verb: 'keep-record' }), backToOffice],
  });
}
