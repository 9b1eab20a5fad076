import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { lessonOf } from '../../core/page';
import { lessons } from '../../lessons/lessons';
import { Chapter } from '../../lessons/view/Chapter';
import { ChapterList } from '../../lessons/view/ChapterList';
import { LessonFrame } from '../../lessons/view/LessonFrame';
import { useLab, useLabState } from '../context';
import { useTitle } from '../pages/useTitle';
import { showStation } from '../stations';
import { doingWords } from './doingWords';
import { lessonsOf } from './lessons';
import { hasOwnPictures, isBusy } from './running';
import { useWayBack } from './useWayBack';

/** The chapter lies over the stations, at the foot of the window. */
const isNarrow = () => window.matchMedia('(max-width: 1199.98px)').matches;

/** The lesson beside the stations, or the list of lessons. */
export default function LessonAside() {
  const lab = useLab();
  const school = lessonsOf(lab);
  const { record, kept, running, failed, said } = useStore(school.store);
  const page = useLabState((s) => s.page);
  const isTraining = useLabState(isBusy);
  const hasOwn = useLabState(hasOwnPictures);
  const doing = useLabState(doingWords);
  const goBack = useWayBack();
  const [isFolded, setFolded] = useState(false);
  const at = lessons.findIndex(({ id }) => id === lessonOf(page));
  const lesson = lessons[at];
  useTitle(lesson?.title ?? t`Lessons`);
  const show = (index: number) => {
    const to = lessons[index];
    return to ? { title: to.title, onOpen: () => lab.show(`lesson-${to.id}`) } : null;
  };
  return (
    <LessonFrame
      key={lesson?.id ?? 'list'}
      lesson={lesson ? { title: lesson.title, number: at + 1, of: lessons.length } : null}
      said={said}
      before={lesson ? show(at - 1) : null}
      after={lesson ? show(at + 1) : null}
      isFolded={isFolded}
      onFold={setFolded}
      onList={() => lab.show('lessons')}
      onClose={() => {
        lab.show('lab');
        goBack();
      }}
    >
      {lesson ? (
        <Chapter
          lesson={lesson}
          record={record}
          running={running && { setUp: running.setUp, doing }}
          failed={failed}
          isBusy={isTraining && running === null}
          hasOwn={hasOwn}
          onShow={(place) => {
            // Half a window is too little for charts.
            setFolded(isNarrow());
            showStation(place);
          }}
          onRun={(setUp, prediction, onOwn) => {
            setFolded(isNarrow());
            // What came out stands in the chapter.
            void school.run(lesson.id, setUp, prediction, onOwn).finally(() => setFolded(false));
          }}
          onAnswer={(check, chose) => school.answer(lesson.id, check, chose)}
        />
      ) : (
        <ChapterList
          lessons={lessons}
          record={record}
          isForgotten={kept === 'memory'}
          onOpen={(id) => lab.show(`lesson-${id}`)}
          onClear={school.clear}
        />
      )}
    </LessonFrame>
  );
}
