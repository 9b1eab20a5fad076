import { ProjectFileAsking } from '../ui/projects/ProjectFileAsking';
import { ProjectFileWorking } from '../ui/projects/ProjectFileWorking';
import { useLab, useLabState } from './context';

/** A default export, because the page loads it when there is a project file. */
export default function ProjectFilePanels() {
  const lab = useLab();
  const { fileWork, collection, testOpenedAt, project } = useLabState(
    ({ fileWork, collection, testOpenedAt, project }) => ({ fileWork, collection, testOpenedAt, project }),
  );
  const { answer, cancel } = lab.projectFiles;
  switch (fileWork.phase) {
    case 'none':
      return null;
    case 'working':
      return <ProjectFileWorking {...fileWork} onCancel={cancel} />;
    case 'asking':
      return (
        <ProjectFileAsking
          {...fileWork}
          ours={collection}
          ourName={project.name}
          isTestOpened={testOpenedAt !== null}
          onAnswer={answer}
        />
      );
    default:
      return fileWork satisfies never;
  }
}
