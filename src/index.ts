// Outcomes and numbers
export { Decimal, parseDecimal } from './decimal.js';
export type { DecimalInput } from './decimal.js';
export { describeIssue } from './issue.js';
export type { Issue, IssueCode, IssueDetails, IssueLocation, IssueOf } from './issue.js';
export { HiilitaseError, collect, orThrow } from './outcome.js';
export type { Outcome } from './outcome.js';

// Time
export { calendarYear, reportingPeriod } from './calendar/reporting-period.js';
export type { ReportingPeriod } from './calendar/reporting-period.js';
export type { CalendarDate } from './calendar/calendar-date.js';
export { dayOfInstant } from './calendar/day-of-instant.js';
export type { DayOfInstantOptions } from './calendar/day-of-instant.js';
export type { Month } from './calendar/month.js';

// Quantities
export { convertQuantity } from './quantity/convert-quantity.js';
export { formatQuantity } from './quantity/format-quantity.js';
export type { FormatQuantityOptions } from './quantity/format-quantity.js';
export { intensityRatio } from './quantity/intensity-ratio.js';
export { addQuantities, compareQuantities, parseQuantity, quantity, sumQuantities } from './quantity/quantity.js';
export type { Quantity } from './quantity/quantity.js';
export { CURRENCIES, UNITS } from './quantity/units.js';
export type {
  BaseUnit,
  Currency,
  Dimension,
  EmissionUnit,
  IntensityUnit,
  PerUnit,
  Unit,
  UnitOf,
} from './quantity/units.js';
export type { VatBasis } from './quantity/vat-basis.js';

// Gases
export { GASES, isKyotoGas, warmingPotential } from './quantity/warming-potential.js';
export type { Gas, GwpSet } from './quantity/warming-potential.js';
export { greatCircle } from './quantity/great-circle.js';
export type { Coordinates } from './quantity/great-circle.js';
export type { CalorificBasis } from './quantity/calorific-basis.js';

// Activities
export { ACTIVITY_KINDS } from './activity/activity.js';
export type { Activity, ActivityKind } from './activity/activity.js';
export type { Allocation } from './activity/allocation.js';
export type { MobileCombustion, StationaryCombustion } from './activity/combustion.js';
export type { ContractHolder } from './activity/common-fields.js';
export type { Commuting, CommutingSurvey, RemoteWork } from './activity/commuting.js';
export type { MeasuredEmissions, ProcessEmissions } from './activity/direct-emissions.js';
export type { Flight, FlightEnd, FlightRoute } from './activity/flight.js';
export type { Freight } from './activity/freight.js';
export type { LeasedPremises, MeterKind } from './activity/leased-premises.js';
export type { MixPart } from './activity/mix.js';
export { parseActivities } from './activity/parse-activities.js';
export type { FoldOrigin, Purchase } from './activity/purchase.js';
export type {
  PurchasedCooling,
  PurchasedElectricity,
  PurchasedHeat,
  PurchasedSteam,
  VehicleElectricity,
} from './activity/purchased-energy.js';
export type { PurchasedGoods } from './activity/purchased-goods.js';
export type { RefrigerantLeakage } from './activity/refrigerant-leakage.js';
export { SCOPE_3_CATEGORIES } from './activity/scope-3-category.js';
export type { Scope3Category } from './activity/scope-3-category.js';
export type { Accommodation, Laundry, Meals, Water } from './activity/services.js';
export type { SupplierReported } from './activity/supplier-reported.js';
export type { GroundTravel, HotelStay } from './activity/travel.js';
export type { VehicleDistance } from './activity/vehicle-distance.js';
export type { Waste } from './activity/waste.js';

// Factors, prices, rates
export { parseAirports } from './factor/airport.js';
export type { Airport } from './factor/airport.js';
export { combineFactorSets } from './factor/combine-factor-sets.js';
export type { CombinedName } from './factor/combine-factor-sets.js';
export type {
  AviationNonCo2,
  CalculationMethod,
  EmissionFactor,
  FactorSet,
  ValidityExtension,
} from './factor/emission-factor.js';
export { parseInstruments } from './factor/energy-instrument.js';
export type { EnergyInstrument } from './factor/energy-instrument.js';
export { parseExchangeRates } from './factor/exchange-rates.js';
export type { ExchangeRates } from './factor/exchange-rates.js';
export { extendValidity } from './factor/extend-validity.js';
export type { Extension } from './factor/extend-validity.js';
export { findFactor, indexFactors } from './factor/find-factor.js';
export type { FactorIndex, FactorQuery } from './factor/find-factor.js';
export type { FuelProperties } from './factor/fuel-property.js';
export type { HaulRule } from './factor/haul-rule.js';
export { parseFactorSet } from './factor/parse-factor-set.js';
export { parsePriceIndex } from './factor/price-index.js';
export type { PriceIndex } from './factor/price-index.js';
export { parsePriceMargins } from './factor/price-margin.js';
export type { PriceMargin } from './factor/price-margin.js';
export type { Source } from './factor/source.js';

// Lines
export { calculateEmissions } from './emission/calculate-emissions.js';
export type { CalculationContext } from './emission/calculation-context.js';
export type { Category, EmissionLine, MarketBasis, Scope, Scope2Basis } from './emission/emission-line.js';
export type { Consolidation, Operation } from './emission/operation.js';
export type { Term, TermName } from './emission/term.js';

// Ledgers
export { parseAccountMapping } from './ledger/account-mapping.js';
export type { AccountMapping, MappingRule, SupplierSites, Treatment } from './ledger/account-mapping.js';
export { confirmReplacements } from './ledger/confirm-replacements.js';
export type { Coverage, UnmappedAccount } from './ledger/coverage.js';
export { foldLedger } from './ledger/fold-ledger.js';
export type { FoldLedgerOptions } from './ledger/fold-ledger.js';
export type { FoldedLedger, ReplacedSpend } from './ledger/folded-ledger.js';
export type { Posting } from './ledger/posting.js';
export { findRepeatedPostings } from './ledger/repeated-postings.js';
export type { RepeatedPosting } from './ledger/repeated-postings.js';
export { replaceSpend } from './ledger/replace-spend.js';
export type { ReplacedPurchase, ReplacedTotal, SpendAfterReplacement } from './ledger/replace-spend.js';
export { parseSpendReplacements } from './ledger/replace-spend-input.js';
export type { SpendReplacement } from './ledger/replace-spend-input.js';
export { selectPostings } from './ledger/select-postings.js';
export type { SelectedPosting } from './ledger/select-postings.js';

// Inventories
export { addInventories } from './inventory/add-inventories.js';
export { parseBoundary } from './inventory/boundary.js';
export type { Boundary, Exclusion } from './inventory/boundary.js';
export { calculateInventory } from './inventory/calculate-inventory.js';
export type { InventoryInput } from './inventory/calculate-inventory.js';
export type { Inventory } from './inventory/inventory.js';
export { MINISTRY_CLASSES, totalsByMinistryClass } from './inventory/ministry-classes.js';
export type { ClassTotal, MinistryClass } from './inventory/ministry-classes.js';
export { biogenicEmissions, emissionsOutsideScopes, totalsByGas } from './inventory/totals-by-gas.js';
export type { GasTotal } from './inventory/totals-by-gas.js';
export { totalEmissions, totalsBy } from './inventory/totals.js';
export type { TotalOptions } from './inventory/totals.js';

// Reception
export { bridgeMethods } from './reception/bridge-methods.js';
export type { BridgeOptions, BridgedInventories, BridgedYear, MethodBridge } from './reception/bridge-methods.js';
export { parseClientDays } from './reception/client-days.js';
export type { AccommodationForm, ClientDayRow, ClientDays, ParseClientDaysOptions } from './reception/client-days.js';
export { convertIntensity } from './reception/convert-intensity.js';
export type { ConvertIntensityOptions } from './reception/convert-intensity.js';
export type { BreakdownKey } from './reception/emissions-by-part.js';
export { parseFormShares } from './reception/form-shares.js';
export type { FormShares, SiteShares } from './reception/form-shares.js';
export { nightActivities } from './reception/night-activities.js';
export type { NightService } from './reception/night-activities.js';
export { describeNumerator, numeratorLines } from './reception/numerator.js';
export type { ReceptionNumerator } from './reception/numerator.js';
export { readinessOf } from './reception/readiness.js';
export type { Readiness } from './reception/readiness.js';
export { parsePlausibilityBounds } from './reception/plausibility-bounds.js';
export type { PlausibilityBound, PlausibleRatio } from './reception/plausibility-bounds.js';
export type { FloorArea, PlausibilityInput } from './reception/plausibility-input.js';
export { checkPlausibility } from './reception/plausibility.js';
export { receptionBreakdown } from './reception/reception-breakdown.js';
export type { IntensityPart, ReceptionBreakdown, ReceptionBreakdownOptions } from './reception/reception-breakdown.js';
export { receptionChangeTable } from './reception/reception-change-table.js';
export type { ReceptionCell, ReceptionChangeTable, TableRatio } from './reception/reception-change-table.js';
export type { ApartTerm, ReceptionChangeOptions, ReceptionSide } from './reception/reception-side.js';
export { receptionFigures } from './reception/reception-figures.js';
export type {
  DenominatorFigures,
  ReceptionFigures,
  ReceptionFiguresOptions,
} from './reception/reception-figures.js';
export { receptionIntensity } from './reception/reception-intensity.js';
export type { ReceptionIntensityOptions } from './reception/reception-intensity.js';
export { activitiesOfReturns } from './reception/supplier-return-activities.js';
export type { GapFill, ReturnStatus, UnfilledQuantity } from './reception/supplier-return-fill.js';
export type { ReturnQuantities } from './reception/supplier-return-quantities.js';
export { parseAskedSites, parseSupplierReturns } from './reception/supplier-return.js';
export type { AskedSite, SupplierReturn } from './reception/supplier-return.js';
export { completeReturns } from './reception/supplier-returns-complete.js';
export type { CompleteReturnsOptions, CompletedReturns } from './reception/supplier-returns-complete.js';
export { foldStays } from './reception/fold-stays.js';
export type { FoldedStays, FoldStaysOptions, StayTally } from './reception/folded-stays.js';
export { parseSiteRegister } from './reception/site-register.js';
export type { PlacesKept, ReceptionSite, SiteRegister } from './reception/site-register.js';
export { stayCounter } from './reception/stay-counter.js';
export type { StayCounter } from './reception/stay-counter.js';
export type { Stay } from './reception/stay.js';
export { sumClientDays } from './reception/sum-client-days.js';
export type { RegisterUnit, SumClientDaysOptions } from './reception/sum-client-days.js';
export { suppressSmallParts } from './reception/suppress-small-parts.js';
export type { PublishedBreakdown } from './reception/suppress-small-parts.js';

// Changes
export { chainDecompositions } from './change/chain-decompositions.js';
export type { ChainedDecomposition } from './change/chain-decompositions.js';
export { compareEditions } from './change/compare-editions.js';
export type {
  EditionComparison,
  EditionName,
  EditionPair,
  EditionYear,
  YearWithoutFactors,
} from './change/compare-editions.js';
export { changeWaterfall } from './change/change-waterfall.js';
export type { ExplainedChange, WaterfallStep } from './change/change-waterfall.js';
export { decomposeChange } from './change/decompose-change.js';
export type { CellEffects, ChangeDecomposition, FactorEffect } from './change/decompose-change.js';
export type { DecompositionRule } from './change/decomposition-rule.js';
export type { DecompositionCell, DecompositionTable, DecompositionValue } from './change/decomposition-table.js';
export { describeChange } from './change/describe-change.js';

// Targets
export { parseTarget } from './target/target.js';
export type { Milestone, Target } from './target/target.js';
export { trackTarget } from './target/track-target.js';
export type { MilestoneProgress, RequiredChange, TargetProgress, TargetYear } from './target/track-target.js';

// Reports
export { receptionChange } from './report/reception-change.js';
export type {
  ChangeCause,
  ReceptionChange,
  ReceptionChangeInput,
  RestatedSide,
  StructuralTerm,
} from './report/reception-change.js';
export { explainLine } from './report/explain-line.js';
