import { t } from '@lingui/core/macro';
import { IconCheck } from '@tabler/icons-react';

export interface PathStep {
  /** Its place on the path, which it keeps where others are left out. */
  readonly number: number;
  /** The id of the section it jumps to. */
  readonly id: string;
  readonly title: string;
  /** A count or a state in two or three words, e.g. "324 pictures". */
  readonly detail: string;
  readonly state: 'done' | 'current' | 'ahead';
}

export interface PathNavProps {
  readonly steps: readonly PathStep[];
}

const stateWords = { done: t`done`, current: t`current step`, ahead: t`still ahead` } as const;

/** Pictures -> Frozen base -> Head -> Compare, always in sight. */
export function PathNav({ steps }: PathNavProps) {
  return (
    <nav className="lab-path" aria-label={t`Path`}>
      <ol className="lab-wrap">
        {steps.map((step) => (
          <li key={step.id} data-state={step.state}>
            <a href={`#${step.id}`} aria-current={step.state === 'current' ? 'step' : undefined} onClick={jump}>
              <span className="lab-path-mark" aria-hidden>
                {step.state === 'done' ? <IconCheck size={18} stroke={2.5} /> : step.number}
              </span>
              <span>
                <span className="lab-path-title">{step.title}</span>
                <span className="lab-path-detail">{step.detail}</span>
                <span className="lab-hidden">, {stateWords[step.state]}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The address bar's hash belongs to the settings, so the jump must not write to it. */
function jump(event: React.MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}
