export interface SideCountsProps {
  readonly training: number;
  readonly validation: number;
  /** Training pictures left out by the limit per class. */
  readonly unused: number;
}

/** "72 training, 36 validation", and the same as a bar. */
export function SideCounts({ training, validation, unused }: SideCountsProps) {
  return (
    <div className="sides">
      <div className="sides-bar" aria-hidden>
        <span data-side="training" style={{ flexGrow: training }} />
        <span data-side="validation" style={{ flexGrow: validation }} />
        <span data-side="none" style={{ flexGrow: unused }} />
      </div>
      <div className="sides-words lab-numbers">
        <span>
          <b className="side-key" data-side="training" aria-hidden>
            T
          </b>
          {training} training
        </span>
        <span>
          <b className="side-key" data-side="validation" aria-hidden>
            V
          </b>
          {validation} validation
        </span>
        {unused > 0 && <span>{unused} not used</span>}
      </div>
    </div>
  );
}
