/** A payload that writes itself with what it is to run, and where it is to fetch from. */
export type Piece = (call: string, canary: string) => string;
