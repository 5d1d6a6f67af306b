import type { Contact } from '../framework/content';

/** True when the day has passed by which somebody had to look whether the number is still right. `today` is an ISO day. */
export const isOverdue = ({ reviewBy }: Pick<Contact, 'reviewBy'>, today: string): boolean => reviewBy < today.slice(0, 10);
