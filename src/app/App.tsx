import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Activity, useDeferredValue, useEffect } from 'react';
import { lessonOf, paperOf } from '../core/page';
import { isFree } from '../core/prepared';
import { runningStudy } from '../core/why/whyState';
import { Page } from '../ui/layout/Page';
import { Control } from '../ui/prepared/Control';
import { PreparedControls } from '../ui/prepared/controls';
import { DropPage } from '../ui/pictures/DropPage';
import { readyCanvas } from '../ui/pixels';
import { cssVariables, theme } from '../ui/theme';
import { BaseStation } from './BaseStation';
import { CompareStation } from './CompareStation';
import { LabContext, useLab, useLabState } from './context';
import { HeadStation } from './HeadStation';
import { keepScroll } from './keepScroll';
import { InsideStation } from './InsideStation';
import type { Lab } from './lab';
import { LanguageMenu } from './LanguageMenu';
import { licences } from './licences';
import { Notices } from './Notices';
import { OfflineFoot } from './offline/OfflineFoot';
import { Beside, Paper, Present } from './pages/Pages';
import { PageMenu } from './pages/PageMenu';
import { Path } from './Path';
import { ProjectMenu } from './ProjectMenu';
import { PicturesStation } from './PicturesStation';
import { ProjectFilePlace } from './ProjectFilePlace';
import { MistakesStation } from './MistakesStation';
import { TryStation } from './TryStation';
import { WhyStation } from './WhyStation';
import { RootBoundary } from './RootBoundary';
import { Spoken } from './Spoken';
import { WelcomeStation } from './WelcomeStation';
import { whenIdle } from './whenIdle';
import { WorkStation } from './WorkStation';

const colorSchemes = localStorageColorSchemeManager({ key: 'transfer-lab-colours' });

export function App({ lab }: { readonly lab: Lab }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
    >
      <LabContext value={lab}>
        <RootBoundary>
          <Stations />
        </RootBoundary>
      </LabContext>
    </MantineProvider>
  );
}

function Stations() {
  const lab = useLab();
  const classes = useLabState((s) => s.collection.classes);
  const paper = useLabState((s) => paperOf(s.page));
  const hasLesson = useLabState((s) => s.page === 'lessons' || lessonOf(s.page) !== null);
  const prepared = useLabState((s) => s.prepared);
  const takesFiles = isFree(prepared, 'pictures') || isFree(prepared, 'files');
  // Behind the presenter's view nothing is seen: nothing is drawn there either, and the charts have the thread.
  const isCovered = useLabState((s) => s.page === 'present');
  useEffect(() => listenToPage(lab), [lab]);
  useEffect(() => keepScroll(lab.store), [lab]);
  useEffect(() => whenIdle(readyCanvas, 1000), []);
  // What is first in sight stands first, and the page can be used before the rest is laid out.
  const isWhole = useDeferredValue(true, false);
  const onFiles = (files: File[], classId: string | null) => void lab.importer.add(files, classId);
  return (
    <PreparedControls value={prepared}>
      <DropPage classes={classes} onFiles={takesFiles ? onFiles : null}>
        <Page
          nav={paper === null && <Path />}
          menu={<PageMenu />}
          language={<LanguageMenu />}
          project={
            <Control of="projects">
              <ProjectMenu />
            </Control>
          }
          licences={licences}
          hasLesson={hasLesson}
          offline={<OfflineFoot />}
        >
          <Notices />
          {paper !== null && <Paper paper={paper} />}
          {/* Hidden, not gone: what was open there stays open. */}
          <Activity mode={paper === null && !isCovered ? 'visible' : 'hidden'}>
            {/* The training bar stays in sight as far as this goes; what is after it has buttons of its own. */}
            <div>
              <WelcomeStation />
              <PicturesStation />
              {isWhole && (
                <>
                  <BaseStation />
                  <HeadStation />
                  <CompareStation />
                  <Control of="station-inside">
                    <InsideStation />
                  </Control>
                </>
              )}
            </div>
            {isWhole && (
              <>
                <Control of="station-why">
                  <WhyStation />
                </Control>
                <Control of="station-try">
                  <TryStation />
                </Control>
                <Control of="station-mistakes">
                  <MistakesStation />
                </Control>
                <Control of="station-work">
                  <WorkStation />
                </Control>
              </>
            )}
          </Activity>
          <ProjectFilePlace />
          <Spoken />
        </Page>
        <Beside />
        <Present />
      </DropPage>
    </PreparedControls>
  );
}

/** Pasting pictures and undoing work anywhere on the page but where text is typed; leaving it in the middle of a training. */
function listenToPage(lab: Lab): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A station that takes pictures itself has had it.
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    void lab.importer.add(files, null);
  };
  const onKey = (event: KeyboardEvent) => {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (!(event.ctrlKey || event.metaKey) || typing) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) lab.redo();
    else lab.undo();
  };
  // All is kept but the running epochs; the browser asks in its own words.
  const onLeave = (event: BeforeUnloadEvent) => {
    const { training, sweep, why } = lab.store.getState();
    if (training.phase === 'running' || sweep.phase === 'running' || runningStudy(why) !== null) event.preventDefault();
  };
  document.addEventListener('paste', onPaste);
  document.addEventListener('keydown', onKey);
  window.addEventListener('beforeunload', onLeave);
  return () => {
    document.removeEventListener('paste', onPaste);
    document.removeEventListener('keydown', onKey);
    window.removeEventListener('beforeunload', onLeave);
  };
}
