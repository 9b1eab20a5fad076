export default function MistakesPanels() {
  return <p className="lab-card lab-soft lab-padded">…</p>;
}
