export { ACTIVITY_SCHEMAS as activitySchemas } from './activity/activity.js';
export { emissionFactorSchema } from './factor/emission-factor.js';
export { exchangeRatesSchema } from './factor/exchange-rates.js';
export { priceIndexSchema } from './factor/price-index.js';
export { sourceSchema } from './factor/source.js';
export { boundarySchema } from './inventory/boundary.js';
export { accountMappingSchema } from './ledger/account-mapping.js';
export { clientDaysSchema } from './reception/client-days.js';
export { targetSchema } from './target/target.js';
