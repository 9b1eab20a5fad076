/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

type Piece = string | number | null | Html | readonly Html[];

/** Markup with values in it. Every text is escaped; only what is `Html` already is not. `null` leaves nothing. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: texts.map((text, i) => text + written(pieces[i] ?? null)).join(''),
});

/** Markup that is known to be safe, such as a style sheet of our own. */
export const trusted = (markup: string): Html => ({ markup });

function written(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}
