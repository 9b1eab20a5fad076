export interface ProgressBarProps {
  /** What is under way, for people who do not see the bar. */
  readonly label: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  /** The progress in words, e.g. "Epoch 12 of 60". */
  readonly words: string;
  readonly tone?: 'ice' | 'ember';
  readonly paused?: boolean;
}

export function ProgressBar({ label, done, total, words, tone = 'ice', paused = false }: ProgressBarProps) {
  return (
    <progress
      className="lab-progress"
      aria-label={label}
      max={Math.max(total, 1)}
      value={Math.min(done, total)}
      aria-valuetext={words}
      data-tone={tone}
      data-paused={paused || undefined}
    />
  );
}
