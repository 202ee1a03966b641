// Claims of leaflets: src/claims
export {
  type ClaimCheck,
  type ClaimChecker,
  createClaimChecker,
  type FoundClaim,
} from './claims/check-claims.ts';
