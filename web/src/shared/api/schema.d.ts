// Made by `npm run types` from the OpenAPI document; not to be edited.
export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Accounts */
        get: operations["list_accounts_api_accounts_get"];
        put?: never;
        /** Create Account */
        post: operations["create_account_api_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable Account */
        post: operations["disable_account_api_accounts__account_id__disable_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable Account */
        post: operations["enable_account_api_accounts__account_id__enable_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Grants */
        get: operations["list_grants_api_accounts__account_id__grants_get"];
        put?: never;
        /** Grant Role */
        post: operations["grant_role_api_accounts__account_id__grants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/grants/{holding_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke Role */
        delete: operations["revoke_role_api_accounts__account_id__grants__holding_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset Password */
        post: operations["reset_password_api_accounts__account_id__reset_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Addresses
         * @description Addresses that begin with what was typed, shortest first.
         */
        get: operations["search_addresses_api_addresses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/{address_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Address
         * @description End an address; its id stays.
         */
        post: operations["end_address_api_addresses__address_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Audit */
        get: operations["read_audit_api_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Year
         * @description Return every day of a year.
         */
        get: operations["year_api_calendar_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deadline
         * @description Return when a limit would end.
         */
        post: operations["deadline_api_calendar_deadline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Hours
         * @description Set working hours.
         */
        put: operations["put_hours_api_calendar_hours_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Overrides
         * @description Set dates to worked or not.
         */
        put: operations["put_overrides_api_calendar_overrides_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/overrides/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Take overrides back.
         */
        post: operations["restore_api_calendar_overrides_restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description A page of the cases you may see.
         */
        get: operations["list_cases_api_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Cases
         * @description How many open cases stand under each tab, with the same filters as the list.
         */
        get: operations["count_cases_api_cases_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Case
         * @description All of one case.
         */
        get: operations["read_case_api_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description 核查: passed, or back to be done again.
         */
        post: operations["check_api_cases__case_id__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim
         * @description Take the case, so that others see who has it.
         */
        post: operations["claim_api_cases__case_id__claim_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description 结案: the reporters get the text as their answer.
         */
        post: operations["close_api_cases__case_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description 核实: true, and it is filed; not true, and it is not, with the reason.
         */
        post: operations["confirm_api_cases__case_id__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch
         * @description 派遣 to the unit given, or to the one the rules choose.
         */
        post: operations["dispatch_api_cases__case_id__dispatch_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle
         * @description 处置完成: what was done.
         */
        post: operations["handle_api_cases__case_id__handle_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive
         * @description 签收.
         */
        post: operations["receive_api_cases__case_id__receive_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/redispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redispatch
         * @description 改派 what nobody has received yet.
         */
        post: operations["redispatch_api_cases__case_id__redispatch_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Let go of a case you have claimed.
         */
        post: operations["release_api_cases__case_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Back
         * @description 退单, with the reason.
         */
        post: operations["give_back_api_cases__case_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timeline
         * @description What happened to a case, oldest first.
         */
        get: operations["read_timeline_api_cases__case_id__timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Units
         * @description The units to choose from when dispatching: the one the rules name first.
         */
        get: operations["read_units_api_cases__case_id__units_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void
         * @description 作废, with the reason.
         */
        post: operations["void_api_cases__case_id__void_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases
         * @description The cases behind a figure of one group, or of all without `id`: those of its denominator.
         */
        get: operations["cases_api_evaluation_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description All figures by jurisdiction, unit, post or matter over [from, to), with the moment up to which they know.
         */
        get: operations["figures_api_evaluation_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Waiting
         * @description The events that wait for triage 待甄别, oldest first.
         */
        get: operations["list_waiting_api_events_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Event
         * @description One event with its reports; reporters are masked.
         */
        get: operations["read_event_api_events__event_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Admit
         * @description 甄别: what the machine found is true.
         */
        post: operations["admit_api_events__event_id__admit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description Join this event to another.
         */
        post: operations["merge_api_events__event_id__merge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description 不受理, with the reason and the next door.
         */
        post: operations["refuse_api_events__event_id__refuse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Undo the merge of this event into another.
         */
        post: operations["restore_api_events__event_id__restore_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part
         * @description Take one report out of this event again; it gets an event of its own.
         */
        post: operations["part_api_events__event_id__unmerge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload */
        post: operations["upload_api_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look */
        get: operations["look_api_files__file_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{file_id}/thumb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look Small */
        get: operations["look_small_api_files__file_id__thumb_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Say whether the database answers.
         */
        get: operations["health_api_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jurisdictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jurisdictions
         * @description Jurisdictions in force now or at `at`, by code.
         */
        get: operations["list_jurisdictions_api_jurisdictions_get"];
        put?: never;
        /**
         * Add Jurisdiction
         * @description Add one jurisdiction.
         */
        post: operations["add_jurisdiction_api_jurisdictions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jurisdictions/{jurisdiction_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Jurisdiction
         * @description End a jurisdiction that has no parts left.
         */
        post: operations["end_jurisdiction_api_jurisdictions__jurisdiction_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jurisdictions/{jurisdiction_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Jurisdiction
         * @description Hang a jurisdiction under another parent.
         */
        post: operations["move_jurisdiction_api_jurisdictions__jurisdiction_id__move_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jurisdictions/{jurisdiction_id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename Jurisdiction
         * @description Give a jurisdiction another name; the past keeps the former one.
         */
        post: operations["rename_jurisdiction_api_jurisdictions__jurisdiction_id__rename_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Keys */
        get: operations["list_keys_api_keys_get"];
        put?: never;
        /** Create Key */
        post: operations["create_key_api_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke Key */
        delete: operations["revoke_key_api_keys__key_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Boundaries
         * @description Polygons as GeoJSON (id, code, name, schematic). Grids only within one street, sector or neighbourhood.
         */
        get: operations["map_boundaries_api_map_boundaries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Features
         * @description Roads, water, blocks or buildings that meet a window of the map, as GeoJSON.
         */
        get: operations["map_features_api_map_features_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matters
         * @description Return the matters in force, by code, whose code, name or words hold `q`.
         */
        get: operations["matters_api_matters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Components
         * @description Return the kinds of managed components.
         */
        get: operations["components_api_matters_components_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Return the catalogue in force as TOML, which the import takes.
         */
        get: operations["export_api_matters_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Matters
         * @description Publish matters as a whole, or report every fault and write nothing.
         */
        post: operations["import_matters_api_matters_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/older": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Older
         * @description Return the events of GB/T 30428.2-2013 with the matter each became.
         */
        get: operations["older_api_matters_older_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest
         * @description Return the matters a text may speak of.
         */
        post: operations["suggest_api_matters_suggest_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Matter
         * @description Return one matter with all its versions.
         */
        get: operations["matter_api_matters__code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description One's own notices, newest first.
         */
        get: operations["list_notices_api_notices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All Notices
         * @description Mark all of one's own notices as read.
         */
        post: operations["read_all_notices_api_notices_read_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Notice
         * @description Mark one of one's own notices as read.
         */
        post: operations["read_notice_api_notices__notice_id__read_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/on-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * On Duty
         * @description Who is on in a unit, now or at `at`.
         */
        get: operations["on_duty_api_on_duty_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Organisations
         * @description Organisations in one's scope, by name, code or pinyin initials.
         */
        get: operations["list_organisations_api_organisations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Organisations
         * @description Make organisations or bring them up to date; `dry_run` only checks.
         */
        post: operations["import_organisations_api_organisations_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Organisation
         * @description One organisation.
         */
        get: operations["get_organisation_api_organisations__organisation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phone Book
         * @description Work numbers and masked mobiles by organisation, post, person, pinyin initials or number.
         */
        get: operations["phone_book_api_phone_book_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Counts
         * @description Counts whose period had begun by `day`, the latest period first.
         */
        get: operations["list_counts_api_places_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/grid-systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Grid Systems
         * @description Grid systems: basic, police, social governance, river …
         */
        get: operations["list_grid_systems_api_places_grid_systems_get"];
        put?: never;
        /**
         * Add Grid System
         * @description Declare a further grid system.
         */
        post: operations["add_grid_system_api_places_grid_systems_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/import/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Addresses
         * @description Store addresses with the roads and houses above them; `dry_run` only checks.
         */
        post: operations["import_addresses_api_places_import_addresses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/import/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Boundaries
         * @description Store real boundaries of jurisdictions; `dry_run` only checks.
         */
        post: operations["import_boundaries_api_places_import_boundaries_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/import/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Counts
         * @description Store counts of what jurisdictions hold; `dry_run` only checks.
         */
        post: operations["import_counts_api_places_import_counts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/import/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Features
         * @description Store roads, water, blocks or buildings; `dry_run` only checks.
         */
        post: operations["import_features_api_places_import_features_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/import/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Grid
         * @description Store the cells of one grid system; `dry_run` only checks.
         */
        post: operations["import_grid_api_places_import_grid_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Locate
         * @description Where a point, an address or words lie, with the reason.
         */
        post: operations["locate_api_places_locate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Measures
         * @description What may be counted.
         */
        get: operations["list_measures_api_places_measures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Platform
         * @description Name, zone and version; `demo` when the data is made up.
         */
        get: operations["platform_api_platform_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Posts
         * @description Make posts or bring them up to date; `dry_run` only checks.
         */
        post: operations["import_posts_api_posts_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report
         * @description Send in a report; the answer names its event and, where one was filed, its case.
         *
         *     The same `idempotency_key` from the same sender is answered as the first time.
         */
        post: operations["report_api_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responsibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Responsibility
         * @description Return the rows of the list in force that the visitor may see.
         */
        get: operations["responsibility_api_responsibility_get"];
        put?: never;
        /**
         * Assign
         * @description Write rows as a whole, or report every fault and write nothing.
         */
        post: operations["assign_api_responsibility_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responsibility/{duty_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Duty
         * @description End a row of the list.
         */
        post: operations["end_duty_api_responsibility__duty_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Roles */
        get: operations["list_roles_api_roles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Roster
         * @description Put a roster in force over the stretches it names.
         */
        post: operations["write_roster_api_rosters_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Present Session */
        get: operations["present_session_api_session_get"];
        put?: never;
        /** Sign In */
        post: operations["sign_in_api_session_post"];
        /** Sign Out */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change Password */
        post: operations["change_password_api_session_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own Sessions */
        get: operations["own_sessions_api_sessions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End Session */
        delete: operations["end_session_api_sessions__session_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Setup State */
        get: operations["setup_state_api_setup_get"];
        put?: never;
        /** Set Up */
        post: operations["set_up_api_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Staff
         * @description Make members of staff or bring them up to date; ids come by staff number.
         */
        post: operations["import_staff_api_staff_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{staff_id}/mobile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Mobile
         * @description A person's full mobile number, for a reason that is kept.
         */
        post: operations["reveal_mobile_api_staff__staff_id__mobile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Identity
         * @description Our name and public keys, for a partner to declare us by.
         */
        get: operations["read_identity_api_federation_identity_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Peers
         * @description The declared platforms and how the exchange with each goes.
         */
        get: operations["list_peers_api_federation_peers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/peers/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Declare Peer
         * @description Declare a platform, or change its declaration.
         */
        put: operations["declare_peer_api_federation_peers__name__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sharing
         * @description Whose a case is, with whom it is shared, what was sent about it.
         */
        get: operations["read_sharing_api_federation_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/cases/{case_id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand Over
         * @description 移交 a case to another platform: down, up, or back to where it came from.
         */
        post: operations["hand_over_api_federation_cases__case_id__hand_over_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/cases/{case_id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall
         * @description 收回: ask the platform that has the case to give it back.
         */
        post: operations["recall_api_federation_cases__case_id__recall_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Message
         * @description One message of another platform: taken once, in order; the same again gets the same answer.
         */
        post: operations["take_message_api_federation_inbox_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scenarios
         * @description Every scenario with its state, its last error, and what it used today.
         */
        get: operations["list_scenarios_api_scenarios_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{name}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch On
         * @description Allow a scenario what it asks for, and let it run.
         */
        post: operations["switch_on_api_scenarios__name__on_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{name}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch Off
         * @description Switch a scenario off; its matters go out of force.
         */
        post: operations["switch_off_api_scenarios__name__off_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{name}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Page
         * @description A page of a running scenario, filled with what you may see.
         */
        get: operations["read_page_api_scenarios__name__pages__page__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{name}/layers/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Layer
         * @description A layer of a running scenario, with what you may see.
         */
        get: operations["read_layer_api_scenarios__name__layers__layer__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountAsk
         * @description An account to be made; by default its password is good for one sign-in.
         */
        AccountAsk: {
            /**
             * Must Change
             * @default true
             */
            must_change?: boolean;
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * AccountOut
         * @description An account as administrators see it.
         */
        AccountOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Roles */
            roles: string[];
            /** State */
            state: string;
            /** Username */
            username: string;
        };
        /** Accounts */
        Accounts: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
            /** Next */
            next: string | null;
        };
        /** AddressAsk */
        AddressAsk: {
            /**
             * Aliases
             * @default []
             */
            aliases?: string[];
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /** Floor */
            floor?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Text */
            text: string;
        };
        /** AddressOut */
        AddressOut: {
            /** District */
            district: string;
            /** Floor */
            floor: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Lat */
            lat: number | null;
            /** Level */
            level: string;
            /** Lon */
            lon: number | null;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Text */
            text: string;
        };
        /** AddressesAsk */
        AddressesAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["AddressAsk"][];
            /** Since */
            since?: string | null;
            /** Source */
            source: string;
        };
        /** AddressesOut */
        AddressesOut: {
            /** Items */
            items: components["schemas"]["AddressOut"][];
        };
        /** AssignmentShape */
        AssignmentShape: {
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Post Id */
            post_id: string | null;
            /** Reason */
            reason: string | null;
            /** Receipt Due At */
            receipt_due_at: string | null;
            /** Received At */
            received_at: string | null;
            /** Role */
            role: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** State */
            state: string;
            unit: components["schemas"]["Named"];
        };
        /**
         * AuditOut
         * @description One row of the audit trail.
         */
        AuditOut: {
            /** Action */
            action: string;
            /**
             * Actor
             * Format: uuid
             */
            actor: string;
            /** Actor Kind */
            actor_kind: string;
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Object Id */
            object_id: string | null;
            /** Object Type */
            object_type: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Session */
            session: string | null;
            /** Success */
            success: boolean;
        };
        /** AuditPage */
        AuditPage: {
            /** Items */
            items: components["schemas"]["AuditOut"][];
            /** Next */
            next: string | null;
        };
        /** BehindListOut */
        BehindListOut: {
            /** Items */
            items: components["schemas"]["BehindOut"][];
        };
        /**
         * BehindOut
         * @description A case, or an event without one; `counted` = in the numerator.
         */
        BehindOut: {
            /** Case Id */
            case_id: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Counted */
            counted: boolean;
            /** Due At */
            due_at: string | null;
            /** Event Id */
            event_id: string | null;
            /** Filed At */
            filed_at: string | null;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Matter Code */
            matter_code: string | null;
            /** Number */
            number: string | null;
            /** Reported At */
            reported_at: string | null;
            /** Unit Id */
            unit_id: string | null;
        };
        /** Body_upload_api_files_post */
        Body_upload_api_files_post: {
            /** File */
            file: string;
        };
        /** BoundariesAsk */
        BoundariesAsk: {
            /**
             * Code Property
             * @default code
             */
            code_property?: string;
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Geojson */
            geojson: {
                [key: string]: unknown;
            };
            /**
             * Level
             * @enum {string}
             */
            level: "city" | "district" | "street" | "sector" | "neighbourhood" | "station";
            /**
             * Schematic
             * @default false
             */
            schematic?: boolean;
            /** Since */
            since?: string | null;
            /** Source */
            source: string;
        };
        /**
         * CaseDetail
         * @description All of one case.
         */
        CaseDetail: {
            /** Assignments */
            assignments: components["schemas"]["AssignmentShape"][];
            /** Channel */
            channel: string;
            claimed_by: components["schemas"]["Named"] | null;
            classification: components["schemas"]["ClassificationShape"];
            /** Clocks */
            clocks: components["schemas"]["ClockShape"][];
            /** Closed At */
            closed_at: string | null;
            /** Deadline */
            deadline: {
                [key: string]: unknown;
            };
            /** Deadline Reason */
            deadline_reason: string;
            /** Description */
            description: string;
            /** Dispatch Reason */
            dispatch_reason: string;
            /** Drill */
            drill: boolean;
            /** Due At */
            due_at: string | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Filed At */
            filed_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            jurisdiction: components["schemas"]["JurisdictionShape"];
            matter: components["schemas"]["MatterShape"];
            /** Next Steps */
            next_steps: components["schemas"]["StepShape"][];
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Overdue */
            overdue: boolean;
            /** Photos */
            photos: components["schemas"]["PhotoShape"][];
            place: components["schemas"]["PlaceShape"];
            /** Place Detail */
            place_detail: {
                [key: string]: unknown;
            };
            /** Provisional Limit */
            provisional_limit: boolean;
            /** Receipt Due At */
            receipt_due_at: string | null;
            /** Reports */
            reports: number;
            /** Reports List */
            reports_list: components["schemas"]["ReportShape"][];
            /** Returns */
            returns: number;
            /** Rework */
            rework: number;
            /** Self Handled */
            self_handled: boolean;
            /** State */
            state: string;
            /** Title */
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * CaseHead
         * @description A case as a step leaves it, with the steps that are next.
         */
        CaseHead: {
            /** Channel */
            channel: string;
            claimed_by: components["schemas"]["Named"] | null;
            /** Closed At */
            closed_at: string | null;
            /** Deadline Reason */
            deadline_reason: string;
            /** Dispatch Reason */
            dispatch_reason: string;
            /** Drill */
            drill: boolean;
            /** Due At */
            due_at: string | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Filed At */
            filed_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            jurisdiction: components["schemas"]["JurisdictionShape"];
            matter: components["schemas"]["MatterShape"];
            /** Next Steps */
            next_steps: components["schemas"]["StepShape"][];
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Overdue */
            overdue: boolean;
            place: components["schemas"]["PlaceShape"];
            /** Provisional Limit */
            provisional_limit: boolean;
            /** Receipt Due At */
            receipt_due_at: string | null;
            /** Reports */
            reports: number;
            /** Returns */
            returns: number;
            /** Rework */
            rework: number;
            /** Self Handled */
            self_handled: boolean;
            /** State */
            state: string;
            /** Title */
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * CaseName
         * @description What the sender of a report learns of its case.
         */
        CaseName: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
        };
        /**
         * CasePage
         * @description A page of the list; `next` is the cursor of the page after, null on the last.
         */
        CasePage: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Next */
            next: string | null;
        };
        /**
         * CaseRow
         * @description A case as the list shows it.
         */
        CaseRow: {
            /** Channel */
            channel: string;
            claimed_by: components["schemas"]["Named"] | null;
            /** Closed At */
            closed_at: string | null;
            /** Drill */
            drill: boolean;
            /** Due At */
            due_at: string | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Filed At */
            filed_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            jurisdiction: components["schemas"]["JurisdictionShape"];
            matter: components["schemas"]["MatterShape"];
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Overdue */
            overdue: boolean;
            place: components["schemas"]["PlaceShape"];
            /** Provisional Limit */
            provisional_limit: boolean;
            /** Receipt Due At */
            receipt_due_at: string | null;
            /** Reports */
            reports: number;
            /** Returns */
            returns: number;
            /** Rework */
            rework: number;
            /** Self Handled */
            self_handled: boolean;
            /** State */
            state: string;
            /** Title */
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * ChangeOut
         * @description A field that differs.
         */
        ChangeOut: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
        };
        /** Classification */
        Classification: {
            /** By */
            by: string;
            /** Confidence */
            confidence: number;
            /** Reason */
            reason: string;
        };
        /** ClassificationShape */
        ClassificationShape: {
            /** By */
            by: string;
            /** Confidence */
            confidence: number;
            /** Reason */
            reason: string;
        };
        /**
         * ClockShape
         * @description One stretch for which a clock of the case ran.
         */
        ClockShape: {
            /** Due At */
            due_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Reason */
            reason: string | null;
            /** Stage */
            stage: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
        };
        /** ColumnOut */
        ColumnOut: {
            /** Code */
            code: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Unit */
            unit: string;
        };
        /** ComplaintOut */
        ComplaintOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /**
         * ComponentOut
         * @description A kind of managed component.
         */
        ComponentOut: {
            /** Code */
            code: string;
            /** Major */
            major: string;
            /** Major Name */
            major_name: string;
            /** Name */
            name: string;
            /** Standard Ref */
            standard_ref: string;
        };
        /** CountAsk */
        CountAsk: {
            /** Jurisdiction */
            jurisdiction: string;
            /** Measure */
            measure: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Unit */
            unit?: string | null;
            /** Until */
            until?: string | null;
            /** Value */
            value: number;
        };
        /** CountOut */
        CountOut: {
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /** Measure */
            measure: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Source */
            source: string;
            /** Unit */
            unit: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Value */
            value: number;
        };
        /**
         * Counts
         * @description How many open cases stand under each tab.
         */
        Counts: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Tabs */
            tabs: {
                [key: string]: number;
            };
        };
        /** CountsAsk */
        CountsAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["CountAsk"][];
            /** Source */
            source: string;
        };
        /** CountsOut */
        CountsOut: {
            /** Items */
            items: components["schemas"]["CountOut"][];
        };
        /**
         * DayOut
         * @description One date as it stands.
         */
        DayOut: {
            /**
             * Date
             * Format: date
             */
            date: string;
            hours: components["schemas"]["HoursBody"] | null;
            /** Made Up */
            made_up: boolean;
            /** Name */
            name: string;
            /** Provisional */
            provisional: boolean;
            /** Working */
            working: boolean;
        };
        /**
         * DeadlineIn
         * @description A limit to try out.
         */
        DeadlineIn: {
            /** Organisation */
            organisation?: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * Unit
             * @enum {string}
             */
            unit: "urgent_hours" | "working_hours" | "working_days" | "natural_days";
            /** Value */
            value: number;
        };
        /**
         * DeadlineOut
         * @description When the limit ends and why.
         */
        DeadlineOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Explanation En */
            explanation_en: string;
            /** Explanation Zh */
            explanation_zh: string;
            /** Provisional */
            provisional: boolean;
        };
        /**
         * DispatchAsk
         * @description `unit` left out: the rules choose.
         */
        DispatchAsk: {
            /** Assist */
            assist?: string[];
            /** Reason */
            reason?: string | null;
            /** Unit */
            unit?: string | null;
            /** Version */
            version?: number | null;
        };
        /**
         * DutiesIn
         * @description Rows to write as a whole; a dry run writes nothing.
         */
        DutiesIn: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["DutyIn"][];
        };
        /**
         * DutiesOut
         * @description Rows of the list.
         */
        DutiesOut: {
            /** Items */
            items: components["schemas"]["DutyOut"][];
        };
        /**
         * DutiesReportOut
         * @description What writing the rows did, or would do; with any fault nothing was written.
         */
        DutiesReportOut: {
            /** Added */
            added: components["schemas"]["DutyOut"][];
            /** Ended */
            ended: components["schemas"]["DutyOut"][];
            /** Faults */
            faults: components["schemas"]["FaultOut"][];
            /** Same */
            same: number;
            /** Written */
            written: boolean;
        };
        /**
         * DutyIn
         * @description A row to write: `key` is a matter's code, a major or `*`.
         */
        DutyIn: {
            /**
             * Jurisdiction
             * Format: uuid
             */
            jurisdiction: string;
            /** Key */
            key: string;
            /**
             * Organisation
             * Format: uuid
             */
            organisation: string;
            /**
             * Role
             * @default lead
             * @enum {string}
             */
            role?: "lead" | "assist";
            /**
             * Source
             * @default
             */
            source?: string;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * DutyOut
         * @description A row of the responsibility list.
         */
        DutyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Jurisdiction
             * Format: uuid
             */
            jurisdiction: string;
            /** Key */
            key: string;
            /**
             * Organisation
             * Format: uuid
             */
            organisation: string;
            /**
             * Role
             * @enum {string}
             */
            role: "lead" | "assist";
            /** Source */
            source: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** EndAsk */
        EndAsk: {
            /** Since */
            since?: string | null;
        };
        /**
         * EndIn
         * @description From when on a row no longer holds; now when left out.
         */
        EndIn: {
            /** Valid To */
            valid_to?: string | null;
        };
        /** EventDetail */
        EventDetail: {
            /** Channel */
            channel: string;
            classification: components["schemas"]["Classification"];
            /** Drill */
            drill: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /**
             * Last Reported At
             * Format: date-time
             */
            last_reported_at: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Matter Code */
            matter_code: string;
            /** Merged Into */
            merged_into: string | null;
            /** Number */
            number: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Place */
            place: {
                [key: string]: unknown;
            };
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reports */
            reports: number;
            /** Reports List */
            reports_list: components["schemas"]["EventReport"][];
            /** State */
            state: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * EventOut
         * @description An event with what is known of it.
         */
        EventOut: {
            /** Channel */
            channel: string;
            classification: components["schemas"]["Classification"];
            /** Drill */
            drill: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /**
             * Last Reported At
             * Format: date-time
             */
            last_reported_at: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Matter Code */
            matter_code: string;
            /** Merged Into */
            merged_into: string | null;
            /** Number */
            number: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Place */
            place: {
                [key: string]: unknown;
            };
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reports */
            reports: number;
            /** State */
            state: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /** EventReport */
        EventReport: {
            /** Channel */
            channel: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Merge Reason */
            merge_reason: string | null;
            /** Merged */
            merged: boolean;
            /** Number */
            number: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reporter */
            reporter: string | null;
            /** State */
            state: string;
            /** Text */
            text: string;
        };
        /**
         * ExternalRef
         * @description The report's number in the system it comes from.
         */
        ExternalRef: {
            /** Id */
            id: string;
            /** System */
            system: string;
        };
        /**
         * FaultOut
         * @description What is wrong in which row (from 1; 0 is the whole).
         */
        FaultOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** FeaturesAsk */
        FeaturesAsk: {
            /**
             * Code Property
             * @default code
             */
            code_property?: string;
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Geojson */
            geojson: {
                [key: string]: unknown;
            };
            /**
             * Height Property
             * @default height
             */
            height_property?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "road" | "water" | "block" | "building";
            /**
             * Name Property
             * @default name
             */
            name_property?: string;
            /** Since */
            since?: string | null;
            /** Source */
            source: string;
        };
        /** FiguresOut */
        FiguresOut: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Rows */
            rows: components["schemas"]["RowOut"][];
            total: components["schemas"]["RowOut"];
        };
        /**
         * FileOut
         * @description A stored photo and where to look at it.
         */
        FileOut: {
            /** Height */
            height: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Sha256 */
            sha256: string;
            /** Thumb Url */
            thumb_url: string;
            /** Url */
            url: string;
            /** Width */
            width: number;
        };
        /**
         * GrantAsk
         * @description A role over a jurisdiction subtree and an organisation subtree; left out is the whole tree.
         */
        GrantAsk: {
            /** Jurisdiction */
            jurisdiction?: string | null;
            /** Organisation */
            organisation?: string | null;
            /** Role */
            role: string;
        };
        /** Granted */
        Granted: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** GridAsk */
        GridAsk: {
            /**
             * Code Property
             * @default code
             */
            code_property?: string;
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Geojson */
            geojson: {
                [key: string]: unknown;
            };
            /**
             * Name Property
             * @default name
             */
            name_property?: string;
            /**
             * Schematic
             * @default false
             */
            schematic?: boolean;
            /** Since */
            since?: string | null;
            /** Source */
            source: string;
            /** System */
            system: string;
        };
        /** GridSystemOut */
        GridSystemOut: {
            /** Code */
            code: string;
            /**
             * En
             * @default
             */
            en?: string;
            /** Zh */
            zh: string;
        };
        /** GridSystemsOut */
        GridSystemsOut: {
            /** Items */
            items: components["schemas"]["GridSystemOut"][];
        };
        /** HandleAsk */
        HandleAsk: {
            /** Photos */
            photos?: string[];
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /**
         * HoldingOut
         * @description A role held now.
         */
        HoldingOut: {
            /**
             * Granted By
             * Format: uuid
             */
            granted_by: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction */
            jurisdiction: string | null;
            /** Organisation */
            organisation: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Role */
            role: string;
        };
        /** Holdings */
        Holdings: {
            /** Items */
            items: components["schemas"]["HoldingOut"][];
        };
        /**
         * HoursBody
         * @description Working hours of a day.
         */
        HoursBody: {
            /**
             * Closes
             * @description minutes after local midnight
             */
            closes: number;
            /**
             * Opens
             * @description minutes after local midnight
             */
            opens: number;
        };
        /**
         * HoursIn
         * @description Working hours of one organisation or (null) of the platform; hours null takes them back to the default.
         */
        HoursIn: {
            hours: components["schemas"]["HoursBody"] | null;
            /** Organisation */
            organisation?: string | null;
        };
        /** IdsOut */
        IdsOut: {
            /** Ids */
            ids: {
                [key: string]: string;
            };
        };
        /**
         * ImportIn
         * @description Matters as TOML (`[[matter]]` tables) or as rows; a dry run writes nothing.
         */
        ImportIn: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Rows */
            rows?: {
                [key: string]: unknown;
            }[] | null;
            /** Toml */
            toml?: string | null;
            /** Valid From */
            valid_from?: string | null;
        };
        /** InboxOut */
        InboxOut: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next */
            next: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * JurisdictionAsk
         * @description `since` is when it comes into force; now by default.
         */
        JurisdictionAsk: {
            /** Code */
            code: string;
            /**
             * Level
             * @enum {string}
             */
            level: "city" | "district" | "street" | "sector" | "neighbourhood" | "station";
            /** Name */
            name: string;
            /** Parent Id */
            parent_id?: string | null;
            /**
             * Schematic
             * @default false
             */
            schematic?: boolean;
            /** Since */
            since?: string | null;
        };
        /** JurisdictionOut */
        JurisdictionOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Level
             * @enum {string}
             */
            level: "city" | "district" | "street" | "sector" | "neighbourhood" | "station";
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Schematic */
            schematic: boolean;
        };
        /**
         * JurisdictionShape
         * @description Where a case belongs: `chain` names the jurisdictions from the highest down to its own.
         */
        JurisdictionShape: {
            /** Chain */
            chain: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** JurisdictionsOut */
        JurisdictionsOut: {
            /** Items */
            items: components["schemas"]["JurisdictionOut"][];
        };
        /**
         * KeyAsk
         * @description A key for one purpose of an application.
         */
        KeyAsk: {
            /** Application */
            application: string;
            /** Expires */
            expires?: string | null;
            /** Grants */
            grants: components["schemas"]["GrantAsk"][];
            /** Purpose */
            purpose: string;
        };
        /**
         * KeyOut
         * @description A key without its secret.
         */
        KeyOut: {
            /** Application */
            application: string;
            /** Ended */
            ended: string | null;
            /** Expires */
            expires: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used */
            last_used: string | null;
            /** Purpose */
            purpose: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Roles */
            roles: string[];
        };
        /** Keys */
        Keys: {
            /** Items */
            items: components["schemas"]["KeyOut"][];
        };
        /**
         * LimitOut
         * @description How long handling may take; provisional 暂定 when no source gives it.
         */
        LimitOut: {
            /** Provisional */
            provisional: boolean;
            /** Source */
            source: string;
            /**
             * Unit
             * @enum {string}
             */
            unit: "urgent_hours" | "working_hours" | "working_days" | "natural_days";
            /** Value */
            value: number;
        };
        /**
         * LineShape
         * @description One entry of the timeline.
         */
        LineShape: {
            actor: components["schemas"]["Named"] | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Step */
            step: string;
            /** Text */
            text: string;
            unit: components["schemas"]["Named"] | null;
        };
        /**
         * MatterHistoryOut
         * @description A matter as in force and every version it had.
         */
        MatterHistoryOut: {
            matter: components["schemas"]["MatterOut"];
            /** Versions */
            versions: components["schemas"]["MatterOut"][];
            /** Words */
            words: string[];
        };
        /**
         * MatterOut
         * @description A matter as in force; `id` is the version a case keeps.
         */
        MatterOut: {
            /** After Photos */
            after_photos: number;
            /** Before Photos */
            before_photos: number;
            /** Check */
            check: boolean;
            /** Closing Condition */
            closing_condition: string;
            /** Code */
            code: string;
            /** Component */
            component: string | null;
            /** Confirm */
            confirm: boolean;
            /** Filing Condition */
            filing_condition: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "component" | "event" | "local";
            limit: components["schemas"]["LimitOut"];
            /** Major */
            major: string;
            /** Major Name */
            major_name: string;
            /** Name */
            name: string;
            /** National Code */
            national_code: string | null;
            /** Receipt Minutes */
            receipt_minutes: number | null;
            /** Standard Ref */
            standard_ref: string;
            /** Urgent */
            urgent: boolean;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
        };
        /**
         * MatterShape
         * @description The matter a case was filed under, by the version it keeps.
         */
        MatterShape: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Major */
            major: string;
            /** Major Name */
            major_name: string;
            /** Name */
            name: string;
        };
        /**
         * MattersOut
         * @description Matters by code.
         */
        MattersOut: {
            /** Items */
            items: components["schemas"]["MatterOut"][];
        };
        /** MeasureOut */
        MeasureOut: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Unit */
            unit: string;
            /** Zh */
            zh: string;
        };
        /** MeasuresOut */
        MeasuresOut: {
            /** Items */
            items: components["schemas"]["MeasureOut"][];
        };
        /** MergeAsk */
        MergeAsk: {
            /**
             * Into
             * Format: uuid
             */
            into: string;
        };
        /** MobileOut */
        MobileOut: {
            /** Mobile */
            mobile: string;
        };
        /**
         * MoveAsk
         * @description From `since` on, now by default.
         */
        MoveAsk: {
            /**
             * Parent Id
             * Format: uuid
             */
            parent_id: string;
            /** Since */
            since?: string | null;
        };
        /**
         * Named
         * @description An id with the name to show.
         */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** NeedShape */
        NeedShape: {
            /** Field */
            field: string;
            /** Required */
            required: boolean;
        };
        /**
         * NewKeyOut
         * @description A key just made: the only time it is shown.
         */
        NewKeyOut: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Expires
             * Format: date-time
             */
            expires: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
        };
        /**
         * NoticeOut
         * @description `title` is the Chinese one, `title_en` the English one.
         */
        NoticeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Link */
            link: string;
            /** Object Id */
            object_id: string | null;
            /** Object Type */
            object_type: string;
            /** Read At */
            read_at: string | null;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
        };
        /**
         * OlderOut
         * @description An event of GB/T 30428.2-2013; `code` null when it has no match.
         */
        OlderOut: {
            /** Code */
            code: string | null;
            /** Major Name */
            major_name: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Old */
            old: string;
        };
        /** OnDutyListOut */
        OnDutyListOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Items */
            items: components["schemas"]["OnDutyOut"][];
        };
        /**
         * OnDutyOut
         * @description `name` is the rostered person, or the post where nobody is named.
         */
        OnDutyOut: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "on_site" | "online";
            /** Name */
            name: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            /** Phones */
            phones: string[];
            /** Post */
            post: string;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /**
             * Source
             * @enum {string}
             */
            source: "hours" | "roster";
            /** Staff Id */
            staff_id: string | null;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Urgent */
            urgent: boolean;
        };
        /** OrganisationAsk */
        OrganisationAsk: {
            /** Code */
            code: string;
            /**
             * Initials
             * @default
             */
            initials?: string;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "centre" | "street_centre" | "sector_station" | "neighbourhood_station" | "key_place_station" | "department" | "contractor";
            /** Name */
            name: string;
            /** Parent Code */
            parent_code?: string | null;
            /**
             * Phones
             * @default []
             */
            phones?: string[];
            /**
             * Short Name
             * @default
             */
            short_name?: string;
        };
        /** OrganisationOut */
        OrganisationOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "centre" | "street_centre" | "sector_station" | "neighbourhood_station" | "key_place_station" | "department" | "contractor";
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: string | null;
            /** Short Name */
            short_name: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** OrganisationsAsk */
        OrganisationsAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["OrganisationAsk"][];
        };
        /** OrganisationsOut */
        OrganisationsOut: {
            /** Items */
            items: components["schemas"]["OrganisationOut"][];
        };
        /**
         * OverrideIn
         * @description A date that is worked, or not, otherwise than the calendar says.
         */
        OverrideIn: {
            /**
             * Date
             * Format: date
             */
            date: string;
            hours?: components["schemas"]["HoursBody"] | null;
            /** Reason */
            reason: string;
            /** Working */
            working: boolean;
        };
        /**
         * OverridesIn
         * @description Dates to set, for one organisation or (null) for everybody.
         */
        OverridesIn: {
            /** Days */
            days: components["schemas"]["OverrideIn"][];
            /** Organisation */
            organisation?: string | null;
        };
        /**
         * OwnSession
         * @description One of one's own open sessions.
         */
        OwnSession: {
            /** Address */
            address: string | null;
            /** Agent */
            agent: string | null;
            /** Current */
            current: boolean;
            /**
             * Expires
             * Format: date-time
             */
            expires: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Seen
             * Format: date-time
             */
            last_seen: string;
            /**
             * Started
             * Format: date-time
             */
            started: string;
        };
        /** OwnSessions */
        OwnSessions: {
            /** Items */
            items: components["schemas"]["OwnSession"][];
        };
        /** PartAsk */
        PartAsk: {
            /** Reason */
            reason: string;
            /**
             * Report Id
             * Format: uuid
             */
            report_id: string;
        };
        /**
         * PasswordAsk
         * @description One's present password and the one to come.
         */
        PasswordAsk: {
            /** Old */
            old: string;
            /** Password */
            password: string;
        };
        /** PhoneOut */
        PhoneOut: {
            /** Number */
            number: string | null;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Organisation Name */
            organisation_name: string;
            /** Post Id */
            post_id: string | null;
            /** Post Name */
            post_name: string | null;
            /** Staff Id */
            staff_id: string | null;
            /** Staff Name */
            staff_name: string | null;
        };
        /** PhonesOut */
        PhonesOut: {
            /** Items */
            items: components["schemas"]["PhoneOut"][];
        };
        /** PhotoShape */
        PhotoShape: {
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Taken */
            taken: string;
            /** Thumb Url */
            thumb_url: string;
            /** Url */
            url: string;
        };
        /**
         * PlaceOut
         * @description Degrees CGCS2000; `chain` is the names of the jurisdictions, highest first; `confidence` 0 to 1.
         */
        PlaceOut: {
            /** Address Id */
            address_id: string | null;
            /** Chain */
            chain?: string[];
            /** Confidence */
            confidence: number;
            /**
             * Datum
             * @enum {string}
             */
            datum: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /** Explanation */
            explanation: string;
            /** Floor */
            floor: string | null;
            /** Grids */
            grids: {
                [key: string]: string;
            };
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /**
             * Method
             * @enum {string}
             */
            method: "point" | "address" | "text" | "given" | "none";
            /** Original Lat */
            original_lat: number | null;
            /** Original Lon */
            original_lon: number | null;
            /** Text */
            text: string;
        };
        /**
         * PlaceShape
         * @description A point in CGCS2000 degrees, and the place in words.
         */
        PlaceShape: {
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Text */
            text: string;
        };
        /**
         * PlatformOut
         * @description What every page shows of the platform.
         */
        PlatformOut: {
            /** Demo */
            demo: boolean;
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Version */
            version: string;
            /** Zone */
            zone: string;
        };
        /** PostAsk */
        PostAsk: {
            /** Code */
            code: string;
            /**
             * Hours
             * @default
             * @enum {string}
             */
            hours?: "" | "street_24h" | "neighbourhood" | "department" | "custom";
            /** Name */
            name: string;
            /** Organisation Code */
            organisation_code: string;
            /**
             * Phones
             * @default []
             */
            phones?: string[];
            /**
             * Urgent
             * @default false
             */
            urgent?: boolean;
            /**
             * Weekly
             * @default []
             */
            weekly?: components["schemas"]["SlotAsk"][];
        };
        /** PostsAsk */
        PostsAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["PostAsk"][];
        };
        /** ProblemOut */
        ProblemOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** Queue */
        Queue: {
            /** Items */
            items: components["schemas"]["EventOut"][];
        };
        /** ReasonAsk */
        ReasonAsk: {
            /** Reason */
            reason?: string | null;
            /** Version */
            version?: number | null;
        };
        /** RedispatchAsk */
        RedispatchAsk: {
            /** Reason */
            reason?: string | null;
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
            /** Version */
            version?: number | null;
        };
        /**
         * RefuseAsk
         * @description `next_door` names who does answer for it; it is needed when the reason is not_ours.
         */
        RefuseAsk: {
            /**
             * Next Door
             * @default
             */
            next_door?: string;
            /** Reason */
            reason: string;
            /** Text */
            text: string;
        };
        /** RenameAsk */
        RenameAsk: {
            /** Name */
            name: string;
            /** Since */
            since?: string | null;
        };
        /**
         * ReportAnswer
         * @description What became of a report, with its case where there is one.
         */
        ReportAnswer: {
            case: components["schemas"]["CaseName"] | null;
            classification: components["schemas"]["Classification"];
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Event Number */
            event_number: string;
            /** Explanation */
            explanation: string;
            /** Merge Reason */
            merge_reason: string | null;
            /** Merged */
            merged: boolean;
            /** Repeated */
            repeated: boolean;
            /**
             * Report Id
             * Format: uuid
             */
            report_id: string;
            /** Report Number */
            report_number: string;
            /** State */
            state: string;
        };
        /**
         * ReportAsk
         * @description One report. Give a matter's code, or leave it out and have the words classified.
         */
        ReportAsk: {
            /**
             * Channel
             * @default desk
             */
            channel?: string;
            /**
             * Drill
             * @default false
             */
            drill?: boolean;
            external_ref?: components["schemas"]["ExternalRef"] | null;
            /** Idempotency Key */
            idempotency_key?: string | null;
            /** Matter */
            matter?: string | null;
            /** Occurred At */
            occurred_at?: string | null;
            /** Photos */
            photos?: string[];
            place: components["schemas"]["yiwang__events__shapes__PlaceAsk"];
            reporter?: components["schemas"]["ReporterAsk"] | null;
            self_handled?: components["schemas"]["SelfHandled"] | null;
            /**
             * Text
             * @default
             */
            text?: string;
            /** Urgent */
            urgent?: boolean | null;
        };
        /**
         * ReportShape
         * @description One report on the case's event; the reporter's name and number are masked.
         */
        ReportShape: {
            /** Answered At */
            answered_at: string | null;
            /** Channel */
            channel: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Merge Reason */
            merge_reason: string | null;
            /** Merged */
            merged: boolean;
            /** Number */
            number: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reporter */
            reporter: string | null;
            /** State */
            state: string;
            /** Text */
            text: string;
        };
        /**
         * ReporterAsk
         * @description Who reports; all optional. `confidential` hides the reporter even from the handler.
         */
        ReporterAsk: {
            /**
             * Confidential
             * @default false
             */
            confidential?: boolean;
            /** Name */
            name?: string | null;
            /** Phone */
            phone?: string | null;
        };
        /**
         * ResetAsk
         * @description A password good for one sign-in.
         */
        ResetAsk: {
            /** Password */
            password: string;
        };
        /**
         * RestoreIn
         * @description Dates to take back to what the calendar says.
         */
        RestoreIn: {
            /** Dates */
            dates: string[];
            /** Organisation */
            organisation?: string | null;
        };
        /** RevealAsk */
        RevealAsk: {
            /** Reason */
            reason: string;
        };
        /**
         * RoleOut
         * @description A role and what it gives.
         */
        RoleOut: {
            /** Code */
            code: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Permissions */
            permissions: string[];
        };
        /** Roles */
        Roles: {
            /** Items */
            items: components["schemas"]["RoleOut"][];
        };
        /** RosterAsk */
        RosterAsk: {
            /** Shifts */
            shifts: components["schemas"]["ShiftAsk"][];
        };
        /**
         * RowOut
         * @description A value is null where there is nothing to divide by: shown as "—". `parts` = [numerator, denominator].
         */
        RowOut: {
            /** Grade */
            grade: ("A" | "B" | "C" | "D") | null;
            /** Id */
            id: string | null;
            /** Name */
            name: string;
            /** Parts */
            parts: {
                [key: string]: [
                    number,
                    number | null
                ];
            };
            /** Values */
            values: {
                [key: string]: number | null;
            };
        };
        /**
         * SelfHandled
         * @description 即查即改: what was put right on the spot.
         */
        SelfHandled: {
            /** Text */
            text: string;
        };
        /**
         * SessionOut
         * @description Who is signed in, what they may do, and the token that unsafe requests carry.
         */
        SessionOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Csrf */
            csrf: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Must Change Password */
            must_change_password: boolean;
            /** Name */
            name: string;
            /** Permissions */
            permissions: string[];
            /** Roles */
            roles: string[];
            /** Username */
            username: string;
        };
        /**
         * SetupAsk
         * @description The first administrator.
         */
        SetupAsk: {
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
            /** Username */
            username: string;
        };
        /**
         * SetupState
         * @description Whether the first administrator is still to be made.
         */
        SetupState: {
            /** Demo */
            demo: boolean;
            /** Needed */
            needed: boolean;
            /** Platform */
            platform: string;
        };
        /** ShiftAsk */
        ShiftAsk: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Mode
             * @default on_site
             * @enum {string}
             */
            mode?: "on_site" | "online";
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Staff Id */
            staff_id?: string | null;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
        };
        /**
         * SignInAsk
         * @description A username and its password.
         */
        SignInAsk: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * SlotAsk
         * @description Minutes after midnight; `days` are ISO weekdays, empty = every day that `when` allows.
         */
        SlotAsk: {
            /**
             * Days
             * @default []
             */
            days?: number[];
            /** End */
            end: number;
            /**
             * Mode
             * @default on_site
             * @enum {string}
             */
            mode?: "on_site" | "online";
            /** Start */
            start: number;
            /**
             * When
             * @default any
             * @enum {string}
             */
            when?: "any" | "working" | "off";
        };
        /** StaffAsk */
        StaffAsk: {
            /** Account Id */
            account_id?: string | null;
            /**
             * Mobile
             * @default
             */
            mobile?: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Posts
             * @default []
             */
            posts?: [
                string,
                string
            ][];
        };
        /** StaffListAsk */
        StaffListAsk: {
            /** Rows */
            rows: components["schemas"]["StaffAsk"][];
        };
        /**
         * StepAsk
         * @description A step that needs nothing.
         */
        StepAsk: {
            /** Version */
            version?: number | null;
        };
        /**
         * StepShape
         * @description A step the case's state allows and this reader may take.
         */
        StepShape: {
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Needs */
            needs: components["schemas"]["NeedShape"][];
            /** Primary */
            primary: boolean;
            /** Verb */
            verb: string;
        };
        /**
         * SuggestIn
         * @description What somebody said.
         */
        SuggestIn: {
            /** Text */
            text: string;
        };
        /**
         * SuggestionOut
         * @description A matter the text may speak of.
         */
        SuggestionOut: {
            /** Code */
            code: string;
            /** Confidence */
            confidence: number;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
        };
        /**
         * SuggestionsOut
         * @description Best first.
         */
        SuggestionsOut: {
            /** Items */
            items: components["schemas"]["SuggestionOut"][];
        };
        /** TextAsk */
        TextAsk: {
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /** Timeline */
        Timeline: {
            /** Items */
            items: components["schemas"]["LineShape"][];
        };
        /**
         * UnitChoice
         * @description A unit with the reason it is offered and the posts on duty there now.
         */
        UnitChoice: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lead */
            lead: boolean;
            /** Name */
            name: string;
            /** On Duty */
            on_duty: string[];
            /** Reason */
            reason: string;
        };
        /** UnitChoices */
        UnitChoices: {
            /** Items */
            items: components["schemas"]["UnitChoice"][];
        };
        /** VerdictAsk */
        VerdictAsk: {
            /** Passed */
            passed: boolean;
            /** Photos */
            photos?: string[];
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /**
         * YearOut
         * @description A year, for everybody or for one organisation.
         */
        YearOut: {
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Provisional */
            provisional: boolean;
            /** Year */
            year: number;
            /** Zone */
            zone: string;
        };
        /**
         * PlaceAsk
         * @description Where: a point with its datum, an address id, or words; more of them is better.
         */
        yiwang__events__shapes__PlaceAsk: {
            /** Address Id */
            address_id?: string | null;
            /**
             * Datum
             * @default CGCS2000
             */
            datum?: string;
            /** Floor */
            floor?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Text */
            text?: string | null;
        };
        /**
         * ImportOut
         * @description What the import did, or would do; with any fault nothing was written.
         */
        yiwang__matters__routes__catalogue__ImportOut: {
            /** Changed */
            changed: {
                [key: string]: components["schemas"]["ChangeOut"][];
            };
            /** Faults */
            faults: components["schemas"]["FaultOut"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /**
         * ImportOut
         * @description Nothing was written when there are complaints.
         */
        yiwang__people__routes__ImportOut: {
            /** Complaints */
            complaints: components["schemas"]["ComplaintOut"][];
            /** Ids */
            ids: {
                [key: string]: string;
            };
            /** Rows */
            rows: number;
        };
        /**
         * ImportOut
         * @description Nothing was written when there are problems, or on a dry run.
         */
        yiwang__places__shapes__ImportOut: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Dry Run */
            dry_run: boolean;
            /** Problems */
            problems: components["schemas"]["ProblemOut"][];
            /** Rows */
            rows: number;
            /** Unchanged */
            unchanged: number;
        };
        /**
         * PlaceAsk
         * @description Any of a point in degrees with its datum, words, an address, a jurisdiction.
         */
        yiwang__places__shapes__PlaceAsk: {
            /** Address Id */
            address_id?: string | null;
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /** Floor */
            floor?: string | null;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * CaseSharingOut
         * @description Whose a case is, with whom it is shared, and what was sent about it.
         */
        CaseSharingOut: {
            /** Owner */
            owner: string;
            /** Ours */
            ours: boolean;
            /** Version */
            version: number;
            /** Shared */
            shared: components["schemas"]["FederationShare"][];
            /** Letters */
            letters: components["schemas"]["FederationLetter"][];
        };
        /** ScenarioPage */
        ScenarioPage: {
            /** Scenario */
            scenario: string;
            /** Name */
            name: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Scenario Zh */
            scenario_zh: string;
            /** Scenario En */
            scenario_en: string;
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Blocks */
            blocks: components["schemas"]["ScenarioBlock"][];
        };
        /** FederationLetter */
        FederationLetter: {
            /** Peer */
            peer: string;
            /** Seq */
            seq: number;
            /** Kind */
            kind: string;
            /** State */
            state: string;
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /**
             * Queued
             * Format: date-time
             */
            queued: string;
            /** Answered */
            answered: string | null;
        };
        /**
         * FederationIdentity
         * @description What a partner needs of us; keys in base64.
         */
        FederationIdentity: {
            /** Platform */
            platform: string;
            /** Sign Public */
            sign_public: string;
            /** Seal Public */
            seal_public: string;
        };
        /** RecallAsk */
        RecallAsk: {
            /** Reason */
            reason: string;
            /** Version */
            version?: number | null;
        };
        /**
         * ScenarioOn
         * @description Where it may act; left out: where it asks to, else everywhere.
         */
        ScenarioOn: {
            /** Jurisdictions */
            jurisdictions?: string[] | null;
        };
        /**
         * FederationPeerAsk
         * @description A declaration of another platform. `api_key` is the key they gave us; left out it stays as it was.
         */
        FederationPeerAsk: {
            /** Title */
            title: string;
            /** Url */
            url: string;
            /**
             * Relation
             * @enum {string}
             */
            relation: "upper" | "lower";
            /** Sign Public */
            sign_public: string;
            /** Seal Public */
            seal_public: string;
            /** Api Key */
            api_key?: string | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Jurisdictions */
            jurisdictions: string[];
            /**
             * Personal
             * @default none
             * @enum {string}
             */
            personal?: "none" | "masked" | "full";
            /** Unit Id */
            unit_id?: string | null;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state?: "active" | "paused";
        };
        /**
         * FederationShare
         * @description A case's life on another platform.
         */
        FederationShare: {
            /** Platform */
            platform: string;
            /** Remote Id */
            remote_id: string | null;
            /** Remote Number */
            remote_number: string | null;
            /** Owner */
            owner: string;
            /** Turn */
            turn: number;
        };
        /**
         * FederationMessage
         * @description A message of another platform: `sealed` for our key and signed by theirs, both in base64.
         */
        FederationMessage: {
            /** Platform */
            platform: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Seq */
            seq: number;
            /** Kind */
            kind: string;
            /** Sealed */
            sealed: string;
            /** Signature */
            signature: string;
        };
        /**
         * ScenarioBlock
         * @description A text, figure, count, table or map; a figure is `hidden` from whoever may not see all it is made of.
         */
        ScenarioBlock: {
            /** Block */
            block: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Unit */
            unit?: string | null;
            /** Value */
            value?: number | null;
            /** At */
            at?: string | null;
            /**
             * Hidden
             * @default false
             */
            hidden?: boolean;
            /** Columns */
            columns?: components["schemas"]["ScenarioColumn"][] | null;
            /** Rows */
            rows?: {
                [key: string]: unknown;
            }[] | null;
            layer?: components["schemas"]["ScenarioLayer"] | null;
        };
        /** ScenarioList */
        ScenarioList: {
            /** Items */
            items: components["schemas"]["ScenarioRow"][];
        };
        /** ScenarioColumn */
        ScenarioColumn: {
            /** Field */
            field: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** HandOverAsk */
        HandOverAsk: {
            /** Platform */
            platform: string;
            /** Reason */
            reason: string;
            /** Version */
            version?: number | null;
        };
        /**
         * FederationAnswer
         * @description What became of a message. `refused` is an answer, too: it says why, and is not sent again.
         */
        FederationAnswer: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "refused";
            /**
             * Repeated
             * @default false
             */
            repeated?: boolean;
            /** Code */
            code?: string | null;
            /** Detail */
            detail?: string | null;
            /** Case Id */
            case_id?: string | null;
            /** Number */
            number?: string | null;
        };
        /**
         * ScenarioLayer
         * @description `data` is a GeoJSON FeatureCollection in CGCS2000 degrees.
         */
        ScenarioLayer: {
            /** Name */
            name: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            style: components["schemas"]["ScenarioStyle"];
            /** Data */
            data: {
                [key: string]: unknown;
            };
        };
        /** FederationPeers */
        FederationPeers: {
            /** Items */
            items: components["schemas"]["FederationPeer"][];
        };
        /** FederationPeer */
        FederationPeer: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Url */
            url: string;
            /** Relation */
            relation: string;
            /** Jurisdictions */
            jurisdictions: string[];
            /** Personal */
            personal: string;
            /** Unit Id */
            unit_id: string | null;
            /** State */
            state: string;
            /** Has Key */
            has_key: boolean;
            /** Waiting */
            waiting: number;
            /** Refused */
            refused: number;
            /** Sent */
            sent: number;
            /** Received */
            received: number;
            /** Failures */
            failures: number;
            /** Last Error */
            last_error: string | null;
            /** Last Sent */
            last_sent: string | null;
            /** Last Heard */
            last_heard: string | null;
        };
        /**
         * ScenarioRow
         * @description A scenario; `door` is the version of the door this platform has, `used` counts today.
         */
        ScenarioRow: {
            /** Name */
            name: string;
            /** State */
            state: string;
            /** Source */
            source: string;
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Zh */
            zh: string | null;
            /** En */
            en: string | null;
            /** Version */
            version: string | null;
            /** Api */
            api: string | null;
            /** Door */
            door: string;
            asks: components["schemas"]["ScenarioAsks"];
            approved: components["schemas"]["ScenarioAsks"] | null;
            /** Matters */
            matters: string[];
            /** Pages */
            pages: components["schemas"]["ScenarioLabel"][];
            /** Layers */
            layers: components["schemas"]["ScenarioLabel"][];
            error: components["schemas"]["ScenarioFailure"] | null;
            /** Used */
            used: components["schemas"]["ScenarioUse"][];
            /** Rules */
            rules: components["schemas"]["ScenarioRule"][];
        };
        /**
         * ScenarioAsks
         * @description What a scenario asks for, or was allowed.
         */
        ScenarioAsks: {
            /** Reads */
            reads: string[];
            /** Verbs */
            verbs: string[];
            /** Jurisdictions */
            jurisdictions: string[];
        };
        /** ScenarioUse */
        ScenarioUse: {
            /** What */
            what: string;
            /** Calls */
            calls: number;
            /** Rows */
            rows: number;
        };
        /** ScenarioLabel */
        ScenarioLabel: {
            /** Name */
            name: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /** ScenarioStyle */
        ScenarioStyle: {
            /** Color */
            color: string;
            /** Radius */
            radius: number;
            /** Label */
            label: string;
        };
        /**
         * ScenarioFailure
         * @description Why a scenario is stopped or refused; `trace` is for administrators.
         */
        ScenarioFailure: {
            /** Kind */
            kind: string;
            /** Detail */
            detail: string;
            /** Rule */
            rule?: string | null;
            /** Trace */
            trace?: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** ScenarioRule */
        ScenarioRule: {
            /** Name */
            name: string;
            /** Next Due */
            next_due: string | null;
            /** Last Run */
            last_run: string | null;
            /** Runs */
            runs: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts_api_accounts_get: {
        parameters: {
            query?: {
                q?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
        };
    };
    create_account_api_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
        };
    };
    disable_account_api_accounts__account_id__disable_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    enable_account_api_accounts__account_id__enable_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_grants_api_accounts__account_id__grants_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdings"];
                };
            };
        };
    };
    grant_role_api_accounts__account_id__grants_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Granted"];
                };
            };
        };
    };
    revoke_role_api_accounts__account_id__grants__holding_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                holding_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reset_password_api_accounts__account_id__reset_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    search_addresses_api_addresses_get: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressesOut"];
                };
            };
        };
    };
    end_address_api_addresses__address_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_audit_api_audit_get: {
        parameters: {
            query?: {
                actor?: string | null;
                object_id?: string | null;
                action?: string | null;
                since?: string | null;
                until?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
        };
    };
    year_api_calendar_get: {
        parameters: {
            query: {
                year: number;
                organisation?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"];
                };
            };
        };
    };
    deadline_api_calendar_deadline_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineOut"];
                };
            };
        };
    };
    put_hours_api_calendar_hours_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    put_overrides_api_calendar_overrides_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverridesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restore_api_calendar_overrides_restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_cases_api_cases_get: {
        parameters: {
            query?: {
                sort?: string;
                cursor?: string | null;
                limit?: number;
                tab?: string;
                q?: string | null;
                matter?: string[] | null;
                major?: string[] | null;
                jurisdiction?: string | null;
                unit?: string | null;
                urgent?: boolean | null;
                mine?: boolean;
                opened_from?: string | null;
                opened_to?: string | null;
                drill?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
        };
    };
    count_cases_api_cases_counts_get: {
        parameters: {
            query?: {
                tab?: string;
                q?: string | null;
                matter?: string[] | null;
                major?: string[] | null;
                jurisdiction?: string | null;
                unit?: string | null;
                urgent?: boolean | null;
                mine?: boolean;
                opened_from?: string | null;
                opened_to?: string | null;
                drill?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
        };
    };
    read_case_api_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
        };
    };
    check_api_cases__case_id__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    claim_api_cases__case_id__claim_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    close_api_cases__case_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    confirm_api_cases__case_id__confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    dispatch_api_cases__case_id__dispatch_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    handle_api_cases__case_id__handle_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    receive_api_cases__case_id__receive_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    redispatch_api_cases__case_id__redispatch_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedispatchAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    release_api_cases__case_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    give_back_api_cases__case_id__return_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    read_timeline_api_cases__case_id__timeline_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
        };
    };
    read_units_api_cases__case_id__units_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitChoices"];
                };
            };
        };
    };
    void_api_cases__case_id__void_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHead"];
                };
            };
        };
    };
    cases_api_evaluation_cases_get: {
        parameters: {
            query: {
                figure: string;
                id?: string | null;
                limit?: number;
                from: string;
                to: string;
                group?: "jurisdiction" | "unit" | "post" | "matter";
                within?: string | null;
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BehindListOut"];
                };
            };
        };
    };
    figures_api_evaluation_figures_get: {
        parameters: {
            query: {
                from: string;
                to: string;
                group?: "jurisdiction" | "unit" | "post" | "matter";
                within?: string | null;
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
        };
    };
    list_waiting_api_events_waiting_get: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
        };
    };
    read_event_api_events__event_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetail"];
                };
            };
        };
    };
    admit_api_events__event_id__admit_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
        };
    };
    merge_api_events__event_id__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
        };
    };
    refuse_api_events__event_id__refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
        };
    };
    restore_api_events__event_id__restore_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
        };
    };
    part_api_events__event_id__unmerge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOut"];
                };
            };
        };
    };
    upload_api_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_files_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    look_api_files__file_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    look_small_api_files__file_id__thumb_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    health_api_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    list_jurisdictions_api_jurisdictions_get: {
        parameters: {
            query?: {
                level?: ("city" | "district" | "street" | "sector" | "neighbourhood" | "station") | null;
                parent?: string | null;
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionsOut"];
                };
            };
        };
    };
    add_jurisdiction_api_jurisdictions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JurisdictionAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionOut"];
                };
            };
        };
    };
    end_jurisdiction_api_jurisdictions__jurisdiction_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jurisdiction_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    move_jurisdiction_api_jurisdictions__jurisdiction_id__move_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jurisdiction_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionOut"];
                };
            };
        };
    };
    rename_jurisdiction_api_jurisdictions__jurisdiction_id__rename_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jurisdiction_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionOut"];
                };
            };
        };
    };
    list_keys_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
        };
    };
    create_key_api_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyOut"];
                };
            };
        };
    };
    revoke_key_api_keys__key_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    map_boundaries_api_map_boundaries_get: {
        parameters: {
            query: {
                level: ("city" | "district" | "street" | "sector" | "neighbourhood" | "station") | "grid";
                within?: string | null;
                system?: string;
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": unknown;
                };
            };
        };
    };
    map_features_api_map_features_get: {
        parameters: {
            query: {
                kind: "road" | "water" | "block" | "building";
                west: number;
                south: number;
                east: number;
                north: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": unknown;
                };
            };
        };
    };
    matters_api_matters_get: {
        parameters: {
            query?: {
                q?: string;
                major?: string | null;
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MattersOut"];
                };
            };
        };
    };
    components_api_matters_components_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"][];
                };
            };
        };
    };
    export_api_matters_export_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/toml": unknown;
                };
            };
        };
    };
    import_matters_api_matters_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__matters__routes__catalogue__ImportOut"];
                };
            };
        };
    };
    older_api_matters_older_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OlderOut"][];
                };
            };
        };
    };
    suggest_api_matters_suggest_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionsOut"];
                };
            };
        };
    };
    matter_api_matters__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterHistoryOut"];
                };
            };
        };
    };
    list_notices_api_notices_get: {
        parameters: {
            query?: {
                unread?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxOut"];
                };
            };
        };
    };
    read_all_notices_api_notices_read_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_notice_api_notices__notice_id__read_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    on_duty_api_on_duty_get: {
        parameters: {
            query: {
                unit: string;
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnDutyListOut"];
                };
            };
        };
    };
    list_organisations_api_organisations_get: {
        parameters: {
            query?: {
                q?: string;
                kind?: ("centre" | "street_centre" | "sector_station" | "neighbourhood_station" | "key_place_station" | "department" | "contractor") | null;
                parent?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationsOut"];
                };
            };
        };
    };
    import_organisations_api_organisations_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__people__routes__ImportOut"];
                };
            };
        };
    };
    get_organisation_api_organisations__organisation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
                };
            };
        };
    };
    phone_book_api_phone_book_get: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhonesOut"];
                };
            };
        };
    };
    list_counts_api_places_counts_get: {
        parameters: {
            query?: {
                jurisdiction?: string[] | null;
                measure?: string | null;
                day?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountsOut"];
                };
            };
        };
    };
    list_grid_systems_api_places_grid_systems_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridSystemsOut"];
                };
            };
        };
    };
    add_grid_system_api_places_grid_systems_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridSystemOut"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    import_addresses_api_places_import_addresses_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__places__shapes__ImportOut"];
                };
            };
        };
    };
    import_boundaries_api_places_import_boundaries_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoundariesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__places__shapes__ImportOut"];
                };
            };
        };
    };
    import_counts_api_places_import_counts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__places__shapes__ImportOut"];
                };
            };
        };
    };
    import_features_api_places_import_features_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeaturesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__places__shapes__ImportOut"];
                };
            };
        };
    };
    import_grid_api_places_import_grid_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__places__shapes__ImportOut"];
                };
            };
        };
    };
    locate_api_places_locate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__places__shapes__PlaceAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"];
                };
            };
        };
    };
    list_measures_api_places_measures_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasuresOut"];
                };
            };
        };
    };
    platform_api_platform_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformOut"];
                };
            };
        };
    };
    import_posts_api_posts_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__people__routes__ImportOut"];
                };
            };
        };
    };
    report_api_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                };
            };
        };
    };
    responsibility_api_responsibility_get: {
        parameters: {
            query?: {
                key?: string | null;
                jurisdiction?: string | null;
                organisation?: string | null;
                at?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutiesOut"];
                };
            };
        };
    };
    assign_api_responsibility_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutiesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutiesReportOut"];
                };
            };
        };
    };
    end_duty_api_responsibility__duty_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                duty_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_roles_api_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roles"];
                };
            };
        };
    };
    write_roster_api_rosters_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    present_session_api_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    change_password_api_session_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    own_sessions_api_sessions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessions"];
                };
            };
        };
    };
    end_session_api_sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setup_state_api_setup_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
        };
    };
    set_up_api_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    import_staff_api_staff_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffListAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdsOut"];
                };
            };
        };
    };
    reveal_mobile_api_staff__staff_id__mobile_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobileOut"];
                };
            };
        };
    };
    read_identity_api_federation_identity_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederationIdentity"];
                };
            };
        };
    };
    list_peers_api_federation_peers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederationPeers"];
                };
            };
        };
    };
    declare_peer_api_federation_peers__name__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FederationPeerAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_sharing_api_federation_cases__case_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSharingOut"];
                };
            };
        };
    };
    hand_over_api_federation_cases__case_id__hand_over_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSharingOut"];
                };
            };
        };
    };
    recall_api_federation_cases__case_id__recall_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecallAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSharingOut"];
                };
            };
        };
    };
    take_message_api_federation_inbox_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FederationMessage"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederationAnswer"];
                };
            };
        };
    };
    list_scenarios_api_scenarios_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
        };
    };
    switch_on_api_scenarios__name__on_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioOn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    switch_off_api_scenarios__name__off_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_page_api_scenarios__name__pages__page__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioPage"];
                };
            };
        };
    };
    read_layer_api_scenarios__name__layers__layer__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioLayer"];
                };
            };
        };
    };
}
