import { ProjectsDialog } from '../../ui/projects/ProjectsDialog';
import { useLab, useLabState } from '../context';
import { ProjectFileItems } from '../ProjectFileItems';

export interface ProjectPanelsProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A default export, because the page loads it when it is first opened. */
export default function ProjectPanels({ opened, onClose }: ProjectPanelsProps) {
  const { projects } = useLab();
  const { project, all } = useLabState((s) => ({ project: s.project, all: s.projects }));
  return (
    <ProjectsDialog
      opened={opened}
      onClose={onClose}
      current={project}
      projects={all}
      fileItems={<ProjectFileItems isCompact onOpen={onClose} />}
      onRename={projects.rename}
      onDuplicate={() => void projects.duplicate()}
      onCreate={() => {
        void projects.create();
        onClose();
      }}
      onOpen={(id) => {
        void projects.open(id);
        onClose();
      }}
      onDelete={(id) => void projects.remove(id)}
    />
  );
}
