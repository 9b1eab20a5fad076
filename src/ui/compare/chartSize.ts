/** How large a chart is written and marked, in px. Where lines are thick is up to its series. */
export interface ChartSize {
  /** Type of ticks and labels. */
  readonly text: number;
  /** Width of a letter in a label, on average. */
  readonly letter: number;
  /** Smallest distance of two labels, from centre to centre. */
  readonly labelRoom: number;
  /** Width of the numbers beside the vertical axis. */
  readonly tickWidth: number;
  /** Height of the numbers below the horizontal axis. */
  readonly tickHeight: number;
  /** Half the size of a marker. */
  readonly mark: number;
  /** Short names and no units, where there is no room. */
  readonly isNarrow: boolean;
  /** The value stands above the name in a label, larger than it. */
  readonly isStacked: boolean;
}

export const wideSize: ChartSize = {
  text: 14,
  letter: 6.9,
  labelRoom: 19,
  tickWidth: 54,
  tickHeight: 26,
  mark: 4,
  isNarrow: false,
  isStacked: false,
};
export const narrowSize: ChartSize = {
  ...wideSize,
  text: 13,
  letter: 6.1,
  labelRoom: 17,
  tickWidth: 48,
  isNarrow: true,
};

/** For a chart on the page. @param width px */
export const sizeOnPage = (width: number): ChartSize => (width < 480 ? narrowSize : wideSize);

/** For a room. @param unit px; 1 on a projector of 1280 by 720. */
export const sizeForRoom = (unit: number): ChartSize => ({
  text: 26 * unit,
  letter: 12 * unit,
  labelRoom: 64 * unit,
  tickWidth: 92 * unit,
  tickHeight: 40 * unit,
  mark: 8 * unit,
  isNarrow: false,
  isStacked: true,
});
