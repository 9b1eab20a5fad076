export interface ProjectFileItemsProps {
  /** A file was chosen: what shows these buttons may make room. */
  readonly onOpen?: () => void;
}

/** What the dialog “Projects” offers about files, among its buttons. */
export function ProjectFileItems(_: ProjectFileItemsProps) {
  return null;
}
