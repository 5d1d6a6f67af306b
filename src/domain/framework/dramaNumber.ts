/** Numbers that Ofcom keeps free for drama (ofcom.org.uk, "Telephone numbers for drama use"): nobody answers there. */
export const isForDrama = (number: string): boolean => /^(?:01632960|02079460|01914980|08081570|09098790|03069990|07700900)\d{3}$/.test(number.replace(/ /g, ''));
