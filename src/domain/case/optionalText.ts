/** A text that was left empty is left out. */
export const optionalText = <Name extends string>(name: Name, text: string | undefined): { [key in Name]?: string } => (text === undefined || text.trim() === '' ? {} : ({ [name]: text } as { [key in Name]: string }));
