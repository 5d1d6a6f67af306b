/** One line of the result. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same run, and its value. */
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
  readonly goal?: string;
  readonly met?: boolean;
  /** Spread of the rounds of this figure, as a share of the middle one. */
  readonly noise?: number;
  readonly [more: string]: string | number | boolean | undefined;
};

export type Tell = { figure(figure: Figure): void; progress(line: string): void };

export type Length = 'quick' | 'usual' | 'full';
