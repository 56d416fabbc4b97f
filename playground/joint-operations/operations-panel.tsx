import { lazy, Suspense, useRef } from 'react';
import type { Address } from '../desk/address.ts';
import type { OperationPlaces } from '../desk/use-operation-places.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Ways } from './own/ways.ts';

const JointOperations = lazy(() =>
  import('./joint-operations.tsx').then((module) => ({ default: module.JointOperations })),
);

/**
 * The place of the joint operations in the page: they are fetched, with their picture and forms, once an officer opens them, and then stay with what
 * stands in them.
 */
export function OperationsPanel(props: {
  here: Address;
  isOwn: boolean;
  isShown: boolean;
  places: OperationPlaces;
  ways: Ways;
}) {
  const { here, isOwn, isShown, places, ways } = props;
  const t = useMessages();
  const hasCome = useRef(false);
  if (isShown) hasCome.current = true;
  return (
    <Suspense fallback={<p className="wait">{t('page.loading')}</p>}>
      {hasCome.current && (
        <JointOperations here={here} isOwn={isOwn} origin={places.origin} onGo={places.goTo} ways={ways} />
      )}
    </Suspense>
  );
}
