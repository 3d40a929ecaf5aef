import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Text } from '@backstage/ui';
import type { Strategy } from 'backstage-plugin-dapr-shared-common';
import { useId } from 'react';
import styles from '../components/styles.module.css';
import { strategyMeaning } from '../model/strategies';
import { useClusters } from './useClusters';

const strategies: Strategy[] = ['deployment', 'daemonset'];

/** Chooses the strategy, each with what it means on the chosen cluster. */
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
  const cluster = value?.items.find(
    ({ name }) => name === formContext?.formData?.cluster,
  );
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
        {strategies.map(strategy => {
          const meaning = strategyMeaning(strategy, cluster);
          return (
            <div key={strategy} className={styles.option}>
              <input
                type="radio"
                id={`${id}-${strategy}`}
                name={id}
                value={strategy}
                checked={formData === strategy}
                onChange={() => onChange(strategy)}
                aria-describedby={`${id}-${strategy}-meaning`}
              />
              <div>
                <label htmlFor={`${id}-${strategy}`}>
                  <strong>{meaning.title}</strong>
                </label>
                <div id={`${id}-${strategy}-meaning`}>
                  <Text as="p">{meaning.runs}</Text>
                  <Text as="p" className={styles.soft}>
                    {meaning.tradeOff}
                  </Text>
                </div>
              </div>
            </div>
          );
        })}
      </div>
      {rawErrors?.map(text => (
        <Text key={text} as="p" color="danger">
          {text}
        </Text>
      ))}
    </div>
  );
};
