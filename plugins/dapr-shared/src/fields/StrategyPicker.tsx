import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Text } from '@backstage/ui';
import { useId } from 'react';
import styles from '../components/styles.module.css';
import { type StrategyChoice, strategyChoices } from '../model/strategies';
import { useClusters } from './useClusters';

const Meaning = ({ choice, id }: { choice: StrategyChoice; id: string }) => (
  <div id={id}>
    <Text as="p">{choice.runs}.</Text>
    <Text as="p" className={styles.soft}>
      {[choice.reserves, choice.distance].filter(Boolean).join(' · ')}
    </Text>
    {choice.reasons.map(reason => (
      <Text as="p" key={reason}>
        <strong>Recommended.</strong> {reason}
      </Text>
    ))}
    <ul className={styles.caveats}>
      {choice.caveats.map(caveat => (
        <li key={caveat}>{caveat}</li>
      ))}
    </ul>
  </div>
);

/**
 * Chooses the strategy, each with what it comes to for this app on the chosen
 * cluster. A sidecar cannot be chosen here, but may be the better answer, so
 * it stands beside them.
 */
export const StrategyPicker = ({
  formData,
  onChange,
  required,
  rawErrors,
  schema,
  formContext,
}: FieldExtensionComponentProps<string>) => {
  const id = useId();
  const { value } = useClusters();
  const form = formContext?.formData ?? {};
  const cluster = value?.items.find(({ name }) => name === form.cluster);
  const { choices, limits } = strategyChoices(form, cluster);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-title`}
      aria-required={required}
    >
      <Text as="p" id={`${id}-title`} weight="bold">
        {schema.title ?? 'Strategy'}
        {required && ' *'}
      </Text>
      <div className={styles.options}>
        {choices.map(choice => {
          const { strategy, title } = choice;
          const meaning = `${id}-${strategy}-meaning`;
          return strategy === 'sidecar' ? (
            <div key={strategy} className={styles.comparison}>
              <Text as="p">
                <strong>{title}</strong>, for comparison
              </Text>
              <Meaning choice={choice} id={meaning} />
            </div>
          ) : (
            <div key={strategy} className={styles.option}>
              <input
                type="radio"
                id={`${id}-${strategy}`}
                name={id}
                value={strategy}
                checked={formData === strategy}
                onChange={() => onChange(strategy)}
                aria-describedby={meaning}
              />
              <div>
                <label htmlFor={`${id}-${strategy}`}>
                  <strong>{title}</strong>
                </label>
                <Meaning choice={choice} id={meaning} />
              </div>
            </div>
          );
        })}
      </div>
      <details className={styles.limits}>
        <summary>What these numbers do not tell</summary>
        <ul className={styles.caveats}>
          {limits.map(limit => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </details>
      {rawErrors?.map(text => (
        <Text key={text} as="p" color="danger">
          {text}
        </Text>
      ))}
    </div>
  );
};
