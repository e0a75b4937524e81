import { stepBefore } from '../../guide/graph';
import type { Guide } from '../../guide/guide';
import { positions } from '../../guide/numbering';
import { StepSection } from './StepSection';

/** All steps of a guide; the address says which one shows. */
export function Steps({ guide, pictures }: { guide: Guide; pictures: string }) {
  const place = positions(guide);
  return (
    <div class="steps">
      {guide.steps.map((step) => (
        <StepSection
          key={step.id}
          guide={guide}
          step={step}
          position={place.get(step.id) ?? { number: 1, total: 1 }}
          before={stepBefore(guide, step.id)}
          pictures={pictures}
        />
      ))}
    </div>
  );
}
