/** Stands where LessonAside will be. */
export default function LessonAside() {
  return <div />;
}
