import type { NoticeKind } from '../../../../terms/enums.ts';
import { agreedAt } from './half/agreed-at.ts';
import type { JointOperation } from './half/joint-operation.ts';

/**
 * The notices that the other agency's part of an operation gives rise to, each under a key by which it is told from others of its kind. They
 * follow from the operation as it is, so that a message that is applied twice gives each once.
 */
export function operationNews(operation: JointOperation): { kind: NoticeKind; key: string }[] {
  const { offer, accepted, declined, ended, suspensions } = operation.theirs;
  const news = (isNews: boolean, kind: NoticeKind, key: number | string = '') =>
    isNews ? [{ kind, key: String(key) }] : [];
  return [
    ...news(offer !== undefined, 'OPERATION_PROPOSED', offer?.n),
    ...news(accepted !== undefined && agreedAt(operation) !== undefined, 'OPERATION_AGREED'),
    ...news(declined !== undefined, 'OPERATION_DECLINED'),
    ...news(suspensions > 0, 'OPERATION_SUSPENDED', suspensions),
    ...news(ended !== undefined, 'OPERATION_ENDED'),
  ];
}
