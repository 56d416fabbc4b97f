import { z } from 'zod';
import { type Checksum, checksums, infrastructureKinds } from '../../../../terms/enums.ts';
import { inputText, inputValue, oneOf, optionalText, requiredText, type StoredValue } from './value.ts';

export const infrastructureInput = inputValue({
  kind: z.enum(infrastructureKinds),
  value: inputText().describe(
    'The number, name, address or SHA-256 itself; for a SIM box its serial number.',
  ),
  model: inputText(100).optional(),
  slots: z.int().min(1).max(4096).optional().describe('SIM slots of a SIM box.'),
}).refine((item) => item.kind === 'SIM_BOX' || (item.model === undefined && item.slots === undefined), {
  path: ['model'],
  message: 'model and slots are for SIM_BOX only',
});

/** `node` names what several dossiers may share: the same gateway, domain or malware family has the same node. */
export type Infrastructure = StoredValue<z.infer<typeof infrastructureInput>> & {
  node: string;
  checksum: Checksum;
};

export const storedInfrastructure = {
  kind: oneOf(infrastructureKinds),
  value: requiredText,
  model: optionalText,
  slots: Number,
  node: { type: String, required: true },
  checksum: oneOf(checksums),
};
