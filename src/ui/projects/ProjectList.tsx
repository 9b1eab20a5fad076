import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { dateWords } from '../../core/dates';
import { count } from '../../core/figures';
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
            <span className="lab-soft lab-numbers">
              <Trans>
                {count(pictures, 'picture')}, {count(runs, 'training')}, saved {dateWords(savedAt)}
              </Trans>
            </span>
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
