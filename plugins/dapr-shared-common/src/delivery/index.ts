export type { DeliveryFile, DeliveryKind } from './types';
