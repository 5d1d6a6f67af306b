import { conversation, type Samples } from './conversation';
import { results } from './results';

/** Every card that there is, with typical and with worst-case data: what the contract test reads and the pictures show. */
export const samples: Samples = { ...conversation, ...results };
