import { t } from '@lingui/core/macro';
import { lazy } from 'react';
import { useLabState } from './context';
import { Guarded } from './Guarded';

const ProjectFilePanels = lazy(() => import('./ProjectFilePanels'));

/** The dialog about a project file, where there is one. */
export function ProjectFilePlace() {
  const isShown = useLabState(({ fileWork }) => fileWork.phase !== 'none');
  if (!isShown) return null;
  return (
    <Guarded what={t`The dialog about the project file`} meanwhile={t`Getting the project file ready …`}>
      <ProjectFilePanels />
    </Guarded>
  );
}
