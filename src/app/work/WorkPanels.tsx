import { LogPanel } from './LogPanel';
import { SavePanel } from './SavePanel';
import { SharePanel } from './SharePanel';
import { TakeAwayPanel } from './TakeAwayPanel';

export default function WorkPanels() {
  return (
    <>
      <SavePanel />
      <LogPanel />
      <TakeAwayPanel />
      <SharePanel />
    </>
  );
}
