import { SaveProject } from '../../ui/takeaway/SaveProject';
import { ProjectFileItems } from '../ProjectFileItems';

/** The whole project as a file, and others' files. */
export const SavePanel = () => <SaveProject fileItems={<ProjectFileItems />} />;
