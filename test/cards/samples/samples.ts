import { conversation, type Samples } from './conversation';
import { office } from './office';
import { results } from './results';

/** Every card that there is, with typical and with worst-case data: what the contract test reads and the pictures show. */
export const samples: Samples = { ...conversation, ...results, ...office };
