import { Control } from '../../ui/prepared/Control';
import { SaveProject } from '../../ui/takeaway/SaveProject';
import { ProjectFileItems } from '../ProjectFileItems';

/** The whole project as a file, and others' files. */
export const SavePanel = () => (
  <Control of="files">
    <SaveProject fileItems={<ProjectFileItems />} />
  </Control>
);
