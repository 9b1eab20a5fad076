import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { dateWords } from '../../core/dates';
import type { ProjectSummary } from '../../core/project';
import { SecondPress } from '../base/SecondPress';

export interface ProjectListProps {
  readonly projects: readonly ProjectSummary[];
  readonly onOpen: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

export function ProjectList({ projects, onOpen, onDelete }: ProjectListProps) {
  return (
    <ul className="projects-list">
      {projects.map(({ id, name, pictures, runs, savedAt }) => (
        <li key={id} className="projects-item">
          <div className="projects-about">
            <strong>{name}</strong>
            <span className="lab-soft lab-numbers">{aboutWords(pictures, runs, savedAt)}</span>
          </div>
          <div className="lab-row">
            <Button variant="default" size="compact-md" fz="sm" onClick={() => onOpen(id)}>
              <Trans>
                Open<span className="lab-hidden"> the project {name}</span>
              </Trans>
            </Button>
            <SecondPress label={t`Delete`} subject={t`the project ${name}`} onConfirm={() => onDelete(id)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** "324 pictures, 2 trainings, saved 27 November 2025, 09:52" */
function aboutWords(pictures: number, runs: number, savedAt: number): string {
  const shown = plural(pictures, { one: '# picture', other: '# pictures' });
  const trained = plural(runs, { one: '# training', other: '# trainings' });
  const date = dateWords(savedAt);
  return t`${shown}, ${trained}, saved ${date}`;
}
