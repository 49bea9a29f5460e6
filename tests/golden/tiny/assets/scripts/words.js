// Words and limits for the scripts, made from the records' model and site_config/site.yaml.
export const WORDS = {"proposed": "仅见公示，未见认定", "valid": "有效", "ended": "已期满", "revoked": "已撤销", "withdrawn": "认定已撤回", "uncertain": "待核", "not-yet": "尚未施行", "consultation": "征求意见中", "not-known-adopted": "征求意见稿，未见通过", "in-force": "现行", "presumed-in-force": "推定现行", "presumed-superseded": "推定已被取代", "superseded": "已废止", "lapsed": "已期满失效"};
export const EXPIRING_WITHIN_DAYS = 90;
export const REVIEW_AFTER_DAYS = 180;
export const AS_OF = "2024-01-02";
export const STALE_AFTER_DAYS = 30;
