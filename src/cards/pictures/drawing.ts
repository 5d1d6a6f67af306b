const start = 'data:image/svg+xml;base64,';

/** A drawing as the address of an image. To make a PNG of it takes longer than all the rest of a turn, so a host does that beside the turn. */
export const drawingUri = (svg: string): string => `${start}${Buffer.from(svg, 'utf8').toString('base64')}`;

/** The drawing at this address; undefined when it is anything else. */
export const drawingAt = (url: unknown): string | undefined => (typeof url === 'string' && url.startsWith(start) ? Buffer.from(url.slice(start.length), 'base64').toString('utf8') : undefined);
