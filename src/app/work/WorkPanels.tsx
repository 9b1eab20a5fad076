import { LogPanel } from './LogPanel';
import { SharePanel } from './SharePanel';
import { TakeAwayPanel } from './TakeAwayPanel';

export default function WorkPanels() {
  return (
    <>
      <LogPanel />
      <TakeAwayPanel />
      <SharePanel />
    </>
  );
}
