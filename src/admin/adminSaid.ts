/** What a command at the terminal says, and the code with which it ends. */
export type AdminSaid = { readonly code: 0 | 1; readonly text: string };

export const done = (text: string): AdminSaid => ({ code: 0, text });
export const refused = (text: string): AdminSaid => ({ code: 1, text });
