import type { CaseEvent } from './event';
import { byTheBot } from './owed';

/** Nothing on the worker's cards is older for it: what the bot records of its own deliveries, and that somebody read the case. */
export const leavesCardsAlone = ({ by, type }: CaseEvent): boolean => by === byTheBot || type === 'CaseOpenedBySupervisor';
