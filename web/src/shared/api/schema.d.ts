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
    "/api/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find Account */
        get: operations["find_account_api_accounts__account_id__get"];
        put?: never;
        post?: never;
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
    "/api/accounts/{account_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make Link */
        post: operations["make_link_api_accounts__account_id__link_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Links */
        get: operations["list_links_api_accounts__account_id__links_get"];
        put?: never;
        /** Link Account */
        post: operations["link_account_api_accounts__account_id__links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlink Account */
        delete: operations["unlink_account_api_accounts__account_id__links__link_id__delete"];
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
    "/api/accounts/{account_id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Reset Factors */
        delete: operations["reset_factors_api_accounts__account_id__second_factor_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions Of */
        get: operations["sessions_of_api_accounts__account_id__sessions_get"];
        put?: never;
        post?: never;
        /** End Sessions Of */
        delete: operations["end_sessions_of_api_accounts__account_id__sessions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End Session Of */
        delete: operations["end_session_of_api_accounts__account_id__sessions__session_id__delete"];
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
    "/api/alarm-contexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contexts
         * @description The contexts of your places, the newest first: without `state` those that hold now or will.
         */
        get: operations["list_contexts_api_alarm_contexts_get"];
        put?: never;
        /**
         * Set Alarm Context
         * @description Declare a context; the same code and source again changes the one that is there.
         */
        post: operations["set_alarm_context_api_alarm_contexts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-contexts/{context_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Alarm Context
         * @description End a context now; what it held back and still stands is raised.
         */
        post: operations["end_alarm_context_api_alarm_contexts__context_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-inhibitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inhibitions
         * @description Which alarms hold others back while they fire.
         */
        get: operations["list_inhibitions_api_alarm_inhibitions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-inhibitions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Inhibitions
         * @description Publish inhibitions as a whole, or report every fault and write nothing.
         */
        post: operations["import_inhibitions_api_alarm_inhibitions_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-inhibitions/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Inhibition
         * @description Take an inhibition out of force.
         */
        post: operations["end_inhibition_api_alarm_inhibitions__code__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alarm Rules
         * @description The rules in force now, or at a moment.
         */
        get: operations["list_alarm_rules_api_alarm_rules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Alarm Rule
         * @description Take one declaration out of force; the alarms that stand by it end.
         */
        post: operations["end_alarm_rule_api_alarm_rules_end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Alarm Rules
         * @description The rules in force as TOML, which the import takes.
         */
        get: operations["export_alarm_rules_api_alarm_rules_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules/fences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Fences
         * @description The fences in force with their outlines.
         */
        get: operations["list_fences_api_alarm_rules_fences_get"];
        put?: never;
        /**
         * Draw Fence
         * @description Publish a fence along corners that were drawn; the same code again moves it.
         */
        post: operations["draw_fence_api_alarm_rules_fences_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Alarm Rules
         * @description Publish a rule set as a whole; the driver goes on under it within a second, and no alarm that stands is lost.
         */
        post: operations["import_alarm_rules_api_alarm_rules_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-rules/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rule Versions
         * @description Every version of one declaration, the oldest first; without `code` those in force and to come of all.
         */
        get: operations["list_rule_versions_api_alarm_rules_versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description What alarms of a class, a rule or a condition become; the rest follows its class.
         */
        get: operations["list_templates_api_alarm_templates_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-templates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Templates
         * @description Publish templates as a whole, or report every fault and write nothing.
         */
        post: operations["import_templates_api_alarm_templates_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-templates/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Template
         * @description Take a template out of force.
         */
        post: operations["end_template_api_alarm_templates__code__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trials
         * @description The latest trials, without their results.
         */
        get: operations["list_trials_api_alarm_trials_get"];
        put?: never;
        /**
         * Ask Trial
         * @description Have rules tried over the history; nothing is switched on and no alarm is raised.
         */
        post: operations["ask_trial_api_alarm_trials_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-trials/{trial_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Trial
         * @description How far a trial is, and what it found: counts by rule, day and device, examples, and what was really raised.
         */
        get: operations["see_trial_api_alarm_trials__trial_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm-trials/{trial_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Trial
         * @description Stop a trial that waits or runs.
         */
        post: operations["stop_trial_api_alarm_trials__trial_id__stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alarms
         * @description Alarms in one's scope; `standing=true` leaves out those that are over.
         */
        get: operations["list_alarms_api_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Group Alarms
         * @description Alarms counted by a label, the gravest first; `standing=true` groups what needs somebody now.
         */
        get: operations["group_alarms_api_alarms_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall Alarms
         * @description Take in old alarms with their verdicts: all rows, or none when one is wrong. Sent again they change nothing.
         */
        post: operations["recall_alarms_api_alarms_history_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/precision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Precision
         * @description How many of the alarms that were judged were true, by rule, class or device.
         */
        get: operations["read_precision_api_alarms_precision_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Proposals
         * @description Rules to get another threshold, devices to be repaired or retired, with what it would have done.
         */
        get: operations["read_proposals_api_alarms_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/proposals/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Proposal
         * @description Accept a proposal, and it happens; or refuse it, and it rests until as many new verdicts have come.
         */
        post: operations["decide_proposal_api_alarms_proposals_decide_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/proposals/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Decisions
         * @description What was accepted and refused, the newest first.
         */
        get: operations["read_decisions_api_alarms_proposals_decided_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/proposals/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Proposal
         * @description Have a bound tried over the history: what it would have raised, and which of the judged alarms.
         */
        post: operations["try_proposal_api_alarms_proposals_try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/silences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Silences
         * @description Silences, maintenance windows and drills, those that end last first.
         */
        get: operations["list_silences_api_alarms_silences_get"];
        put?: never;
        /**
         * Make Silence
         * @description Hold back alarms that match until an end; it hides none, and their recovery is told all the same.
         */
        post: operations["make_silence_api_alarms_silences_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/silences/{silence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Silence
         * @description One silence.
         */
        get: operations["read_silence_api_alarms_silences__silence_id__get"];
        /**
         * Change Silence
         * @description Give a silence that is not over another end, earlier or later, and a reason.
         */
        put: operations["change_silence_api_alarms_silences__silence_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/silences/{silence_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Silence
         * @description End a silence now: what still fires under it becomes what it would have become.
         */
        post: operations["end_silence_api_alarms_silences__silence_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Alarms
         * @description 研判 of several alarms at once: all of them, or none when one is not yours to judge.
         */
        post: operations["judge_alarms_api_alarms_verdicts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Alarm
         * @description One alarm: its condition, where its chart is, what was done with it, what else stands at the device.
         */
        get: operations["read_alarm_api_alarms__alarm_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge Alarm
         * @description 确认: somebody has seen it and sees to it.
         */
        post: operations["acknowledge_alarm_api_alarms__alarm_id__acknowledge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Alarm
         * @description Give an alarm to an account.
         */
        post: operations["assign_alarm_api_alarms__alarm_id__assign_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Comment Alarm
         * @description Say something about an alarm.
         */
        post: operations["comment_alarm_api_alarms__alarm_id__comment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Event Of Alarm
         * @description The event that an alarm became.
         */
        get: operations["event_of_alarm_api_alarms__alarm_id__event_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Alarm
         * @description 解除: end a latched alarm whose values are well again.
         */
        post: operations["release_alarm_api_alarms__alarm_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarms/{alarm_id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Alarm
         * @description 研判: true, false, test or fault; the precision of rule, class and device follows.
         */
        post: operations["judge_alarm_api_alarms__alarm_id__verdict_post"];
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
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description How often which application called what, for which purpose, by the hour.
         */
        get: operations["list_calls_api_calls_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/unusual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unusual
         * @description What was unusual: ten times one's own past, at night, from a new network, refused again and again.
         */
        get: operations["list_unusual_api_calls_unusual_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Carriers
         * @description Every carrier without its secrets, and the lanes in trouble.
         */
        get: operations["list_carriers_api_carriers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Carrier
         * @description Declare a carrier, or change it.
         */
        put: operations["put_carrier_api_carriers__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/{code}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Carrier
         * @description Send oneself a message by this carrier; the outbox tells what became of it.
         */
        post: operations["try_carrier_api_carriers__code__test_post"];
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
    "/api/cases/{case_id}/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Nearby
         * @description What else is open around a case, the nearest first.
         */
        get: operations["list_nearby_api_cases__case_id__nearby_get"];
        put?: never;
        post?: never;
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
    "/api/cases/{case_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Step
         * @description A step kept by a phone while it had no network: however often it is sent under its key, it is done once.
         */
        post: operations["take_step_api_cases__case_id__steps_post"];
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
    "/api/cases/{case_id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Case
         * @description 研判 by who handles the case: whether the alarm that raised it was true; its rule's precision follows.
         */
        post: operations["judge_case_api_cases__case_id__verdict_post"];
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
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Channels
         * @description The channels in force.
         */
        get: operations["list_channels_api_channels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Channels
         * @description The channels in force as TOML, which the import takes.
         */
        get: operations["export_channels_api_channels_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Channels
         * @description Publish channels as a whole, or report every fault and write nothing.
         */
        post: operations["import_channels_api_channels_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Mapping
         * @description What a message would become by a channel's mapping; nothing is kept.
         */
        post: operations["try_mapping_api_channels_try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Channel
         * @description One channel with its mapping and its versions.
         */
        get: operations["read_channel_api_channels__code__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Channel
         * @description Take a channel out of force.
         */
        post: operations["end_channel_api_channels__code__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Refused
         * @description The messages of a channel that were refused and wait, newest first; with `settled` all of them.
         */
        get: operations["list_refused_api_channels__code__refused_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/refused/{refused_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Again
         * @description Take a refused message in as it was sent, by the channel as it is declared now.
         */
        post: operations["take_again_api_channels__code__refused__refused_id__again_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/refused/{refused_id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Aside
         * @description Say that a refused message needs nothing more.
         */
        post: operations["set_aside_api_channels__code__refused__refused_id__set_aside_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/reports": {
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
         * @description Send in what the channel knows: one report, or a list of them, each answered for itself.
         *
         *     A report that cannot be read is refused with its paths and is kept all the same. The same id of the sender's is
         *     answered as the first time.
         */
        post: operations["report_api_channels__code__reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Secrets
         * @description The secrets of a channel in force.
         */
        get: operations["list_secrets_api_channels__code__secrets_get"];
        put?: never;
        /**
         * Make Secret
         * @description Make a secret for the webhooks of a channel; two at most are in force.
         */
        post: operations["make_secret_api_channels__code__secrets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Secret
         * @description End a secret: what is signed with it is refused from now on.
         */
        delete: operations["end_secret_api_channels__code__secrets__secret_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{code}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Webhook
         * @description Send in by signature instead of a key, as standard-webhooks has it.
         *
         *     The headers are webhook-id, webhook-timestamp and webhook-signature. A message is taken once; to try again, sign it
         *     with a new time. The same webhook-id is answered as the first time where the channel reads no id of its own.
         */
        post: operations["webhook_api_channels__code__webhook_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Checkups
         * @description The check-ups of a place, the latest first.
         */
        get: operations["list_checkups_api_checkups_get"];
        put?: never;
        /**
         * Make Checkup
         * @description Make the check-up of a place now; one of the same span is replaced.
         */
        post: operations["make_checkup_api_checkups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkups/{checkup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Checkup
         * @description One check-up as it was made.
         */
        get: operations["get_checkup_api_checkups__checkup_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkups/{checkup_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print Checkup
         * @description A check-up as PDF or Word, with who took it out on every page.
         */
        get: operations["print_checkup_api_checkups__checkup_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cloudevents": {
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
         * @description Send in events, binary, structured or batched; the `type` of each leads to its channel.
         *
         *     The same source and id from the same sender are answered as the first time. In a batch each event is taken or
         *     refused for itself. What is no CloudEvent, or leads to no channel, is refused and kept under `cloudevents`.
         */
        post: operations["receive_api_cloudevents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Attendance
         * @description How the shifts that began in [from, to) were kept.
         */
        get: operations["list_attendance_api_command_attendance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/attendance/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Attendance
         * @description Bring in attendance of the past; with anything wrong none comes in, and the same rows twice come in once.
         */
        post: operations["import_attendance_api_command_attendance_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/attendance/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Attendance
         * @description The shift one is signed in to or was last, and the one one may sign in to now.
         */
        get: operations["own_attendance_api_command_attendance_mine_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/attendance/{attendance_id}/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Track
         * @description One's own patrol.
         */
        get: operations["own_track_api_command_attendance__attendance_id__track_get"];
        put?: never;
        /**
         * Look At Track
         * @description Somebody's patrol, for a reason that goes into the audit trail.
         */
        post: operations["look_at_track_api_command_attendance__attendance_id__track_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/cases/{case_id}/expedite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expedite Case
         * @description Expedite a case: an order to its unit and a line on its timeline.
         */
        post: operations["expedite_case_api_command_cases__case_id__expedite_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Handovers
         * @description Handovers in one's scope, the latest first.
         */
        get: operations["list_handovers_api_command_handovers_get"];
        put?: never;
        /**
         * Offer Handover
         * @description Sign a unit's open items over to whoever comes next.
         */
        post: operations["offer_handover_api_command_handovers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/handovers/{handover_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Handover
         * @description A handover with its items.
         */
        get: operations["get_handover_api_command_handovers__handover_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/handovers/{handover_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Handover
         * @description Sign that one has taken everything over.
         */
        post: operations["take_handover_api_command_handovers__handover_id__take_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/handovers/{handover_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Handover
         * @description Take one's own offer back.
         */
        post: operations["withdraw_handover_api_command_handovers__handover_id__withdraw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description Entries of the shift log in one's scope, the latest first; `pending`: what is not settled yet.
         */
        get: operations["list_entries_api_command_log_get"];
        put?: never;
        /**
         * Keep Entry
         * @description Write an entry; nothing in the log is ever changed.
         */
        post: operations["keep_entry_api_command_log_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/log/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Entry
         * @description One entry.
         */
        get: operations["get_entry_api_command_log__entry_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/log/{entry_id}/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Caller
         * @description A caller in full, for a reason that goes into the audit trail.
         */
        post: operations["reveal_caller_api_command_log__entry_id__caller_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/log/{entry_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Entry
         * @description What an entry asked for is done.
         */
        post: operations["settle_entry_api_command_log__entry_id__settle_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description Orders in one's scope, the latest first.
         */
        get: operations["list_orders_api_command_orders_get"];
        put?: never;
        /**
         * Give Order
         * @description Give an order; its receipt and its deadline are minded.
         */
        post: operations["give_order_api_command_orders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Order
         * @description One order.
         */
        get: operations["get_order_api_command_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/orders/{order_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Order
         * @description Take an order back.
         */
        post: operations["cancel_order_api_command_orders__order_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/orders/{order_id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Order
         * @description Say what was done.
         */
        post: operations["finish_order_api_command_orders__order_id__done_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/orders/{order_id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Order
         * @description Say that one has the order.
         */
        post: operations["receive_order_api_command_orders__order_id__receive_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rosters
         * @description Rosters in one's scope, the latest first.
         */
        get: operations["list_rosters_api_command_rosters_get"];
        put?: never;
        /**
         * Draft Roster
         * @description Begin a roster of a unit.
         */
        post: operations["draft_roster_api_command_rosters_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Roster
         * @description A roster with its shifts.
         */
        get: operations["get_roster_api_command_rosters__roster_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/copy-week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy Week
         * @description Copy a week of a draft to another of its weeks.
         */
        post: operations["copy_week_api_command_rosters__roster_id__copy_week_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Roster
         * @description A roster as CSV: post code, staff number, times, mode.
         */
        get: operations["export_roster_api_command_rosters__roster_id__csv_get"];
        put?: never;
        /**
         * Import Roster
         * @description Replace the shifts of a draft by those of a CSV file; a row that cannot be read changes nothing.
         */
        post: operations["import_roster_api_command_rosters__roster_id__csv_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop Roster
         * @description Drop a draft.
         */
        post: operations["drop_roster_api_command_rosters__roster_id__drop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check Roster
         * @description Conflicts, rest and length of weeks of a roster as it stands.
         */
        get: operations["check_roster_api_command_rosters__roster_id__problems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Roster
         * @description Put a roster in force: from now on it says who is on.
         */
        post: operations["publish_roster_api_command_rosters__roster_id__publish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/rosters/{roster_id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Shifts
         * @description Replace the shifts of a draft; the answer says what is wrong with them.
         */
        put: operations["put_shifts_api_command_rosters__roster_id__shifts_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Sign in to the shift one has now, or that begins within the hour.
         */
        post: operations["sign_in_api_command_sign_in_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out
         * @description Sign out of the shift one is signed in to.
         */
        post: operations["sign_out_api_command_sign_out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/swaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Swaps
         * @description What one asked and was asked.
         */
        get: operations["list_swaps_api_command_swaps_get"];
        put?: never;
        /**
         * Ask Swap
         * @description Ask a colleague to take a shift of one's own.
         */
        post: operations["ask_swap_api_command_swaps_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/swaps/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Swap Choices
         * @description One's own shifts of the next 60 days, and whom one may ask to take one of them.
         */
        get: operations["swap_choices_api_command_swaps_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/swaps/{swap_id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Swap
         * @description Consent or decline as the one who was asked; withdraw as the one who asked.
         */
        post: operations["answer_swap_api_command_swaps__swap_id___verb__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep Points
         * @description Send points of one's patrol; they are taken within a shift one is signed in to, and kept for 90 days.
         */
        post: operations["keep_points_api_command_tracks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Warnings
         * @description Warnings for the places and units in one's scope, the latest first.
         */
        get: operations["list_warnings_api_command_warnings_get"];
        put?: never;
        /**
         * Issue Warning
         * @description Issue a warning; the stations and centres of its area are told.
         */
        post: operations["issue_warning_api_command_warnings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/warnings/{warning_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Warning
         * @description One warning.
         */
        get: operations["get_warning_api_command_warnings__warning_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/warnings/{warning_id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Warning
         * @description Lift a warning before its time.
         */
        post: operations["lift_warning_api_command_warnings__warning_id__lift_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/warnings/{warning_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Receipts
         * @description Who was told and who has answered; who has not stands first.
         */
        get: operations["list_receipts_api_command_warnings__warning_id__receipts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/command/warnings/{warning_id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Warning
         * @description Say for a unit that the warning is known there.
         */
        post: operations["receive_warning_api_command_warnings__warning_id__receive_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demo */
        get: operations["demo_api_demo_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter */
        post: operations["enter_api_demo_session_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/morning-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Morning Report
         * @description The morning report 早报 as Word or Excel: figures of one's scope, no personal data.
         */
        get: operations["morning_report_api_desk_morning_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Phrases
         * @description The phrases of the organisations one works for 常用语.
         */
        get: operations["list_phrases_api_desk_phrases_get"];
        put?: never;
        /**
         * Add Phrase
         * @description Keep a phrase for an organisation.
         */
        post: operations["add_phrase_api_desk_phrases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/phrases/{phrase_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop Phrase
         * @description Take a phrase away.
         */
        delete: operations["drop_phrase_api_desk_phrases__phrase_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description One's own views.
         */
        get: operations["list_views_api_desk_views_get"];
        /**
         * Keep View
         * @description Keep what a list looks for under a name; the same name again replaces it.
         */
        put: operations["keep_view_api_desk_views_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop View
         * @description Drop one of one's own views.
         */
        delete: operations["drop_view_api_desk_views__view_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Classes
         * @description The classes in force, each with its metrics.
         */
        get: operations["list_classes_api_device_classes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-classes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Classes
         * @description The classes in force as TOML, which the import takes.
         */
        get: operations["export_classes_api_device_classes_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-classes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Classes
         * @description Publish classes as a whole, or report every fault and write nothing.
         */
        post: operations["import_classes_api_device_classes_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-commands/{command_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Command
         * @description One command, with what the device answered.
         */
        get: operations["get_command_api_device_commands__command_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-commands/{command_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Command
         * @description Take a command back that has not been sent yet.
         */
        post: operations["withdraw_command_api_device_commands__command_id__withdraw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Upkeep Figures
         * @description Online rate, misreport rate, silent and noisy devices by class, street, maker, owner.
         */
        get: operations["upkeep_figures_api_device_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Figures
         * @description The same as a table.
         */
        get: operations["export_figures_api_device_figures_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-pushes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pushes
         * @description The pushes in force.
         */
        get: operations["list_pushes_api_device_pushes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-pushes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Pushes
         * @description The pushes in force as TOML, which the import takes.
         */
        get: operations["export_pushes_api_device_pushes_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-pushes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Pushes
         * @description Publish pushes as a whole, or report every fault and write nothing.
         */
        post: operations["import_pushes_api_device_pushes_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-pushes/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Push
         * @description Take nothing more from this platform.
         */
        post: operations["end_push_api_device_pushes__code__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-pushes/{code}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Push Secret
         * @description Show what a push proves itself by.
         */
        post: operations["reveal_push_secret_api_device_pushes__code__secret_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Devices
         * @description Devices in one's scope, by code.
         */
        get: operations["list_devices_api_devices_get"];
        put?: never;
        /**
         * Add Device
         * @description Add a device.
         */
        post: operations["add_device_api_devices_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Devices
         * @description Devices in one's scope as a table that the import takes; keys only for who may write devices.
         */
        get: operations["export_devices_api_devices_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Device Figures
         * @description How many devices are online, offline, never heard, at fault; by class, maker, owner, maintainer, jurisdiction.
         */
        get: operations["device_figures_api_devices_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Devices
         * @description Take in a CSV or XLSX file as a whole, or with any problem nothing of it.
         */
        post: operations["import_devices_api_devices_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/strangers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Strangers
         * @description Who speaks to us and is in no registry, the latest heard first.
         */
        get: operations["list_strangers_api_devices_strangers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/strangers/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adopt Stranger
         * @description Take a stranger into the registry under the key it spoke with.
         */
        post: operations["adopt_stranger_api_devices_strangers_adopt_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/strangers/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Stranger
         * @description Say that a stranger is none of ours.
         */
        post: operations["refuse_stranger_api_devices_strangers_refuse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Device
         * @description One device.
         */
        get: operations["get_device_api_devices__device_id__get"];
        /**
         * Change Device
         * @description Change a device; its code and its class stay.
         */
        put: operations["change_device_api_devices__device_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Device Chart
         * @description The chart of a device's metric over [since, until), in up to so many stretches.
         */
        get: operations["device_chart_api_devices__device_id__chart_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}/cipher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Device Cipher
         * @description Set the SM4 key of a monitor that enciphers by HJ 212-2025.
         */
        put: operations["set_device_cipher_api_devices__device_id__cipher_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Commands
         * @description What a device can be asked, and what it was asked, the newest first.
         */
        get: operations["list_commands_api_devices__device_id__commands_get"];
        put?: never;
        /**
         * Command Device
         * @description Ask something of a device in its own protocol.
         */
        post: operations["command_device_api_devices__device_id__commands_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inspections
         * @description The inspections of a device, the newest first.
         */
        get: operations["list_inspections_api_devices__device_id__inspections_get"];
        put?: never;
        /**
         * Inspect Device
         * @description Note what was found at a device.
         */
        post: operations["inspect_device_api_devices__device_id__inspections_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{device_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Device State
         * @description Say that a device is in service, at fault, in maintenance or retired.
         */
        post: operations["set_device_state_api_devices__device_id__state_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Erasures
         * @description What was asked, youngest first.
         */
        get: operations["list_erasures_api_erasures_get"];
        put?: never;
        /**
         * Ask To Erase
         * @description Ask that a person be erased; nothing happens before a second person consents.
         */
        post: operations["ask_to_erase_api_erasures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{erasure_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consent
         * @description Consent as the second person: the person's key is destroyed in this very step.
         */
        post: operations["consent_api_erasures__erasure_id__consent_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{erasure_id}/refuse": {
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
         * @description Refuse as the second person, with the reason.
         */
        post: operations["refuse_api_erasures__erasure_id__refuse_post"];
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
    "/api/evaluation/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Figures
         * @description What everyone may know: filed, closed, on time, hours, over the last 30 days, by the parts of a place.
         */
        get: operations["open_figures_api_evaluation_open_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Figures
         * @description The figures of the units in one's own scope over [from, to): what a handler sees of the own unit.
         */
        get: operations["own_figures_api_evaluation_own_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/machines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Waiting Machines
         * @description Events of machines that wait for a verdict 待甄别, those due first first; `late=true`: past their time.
         */
        get: operations["list_waiting_machines_api_events_machines_get"];
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
    "/api/events/{event_id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Event Devices
         * @description The devices of an event, of a storm thousands; `standing=true`: those whose values are not well yet.
         */
        get: operations["list_event_devices_api_events__event_id__devices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}/machine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Machine
         * @description What an officer judges an event by: evidence, neighbours, how right the rule and the device were so far.
         */
        get: operations["read_machine_api_events__event_id__machine_get"];
        put?: never;
        post?: never;
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
    "/api/events/{event_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description 更正位置: put the event, and its case, where they really are, with the reason.
         */
        post: operations["move_api_events__event_id__move_post"];
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
    "/api/events/{event_id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Event
         * @description 甄别研判: true admits the event, false, test and fault refuse it; a fault makes an upkeep of the device.
         */
        post: operations["judge_event_api_events__event_id__verdict_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description Your exports, youngest first; everybody's for whoever approves.
         */
        get: operations["list_exports_api_exports_get"];
        put?: never;
        /**
         * Ask Export
         * @description Ask for an export. Without personal columns it is made at once; with any, another person approves it first.
         */
        post: operations["ask_export_api_exports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Data Sets
         * @description What you may ask for, with its columns.
         */
        get: operations["list_data_sets_api_exports_data_sets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Export
         * @description One export.
         */
        get: operations["see_export_api_exports__export_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{export_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Say yes to another's export 审批通过.
         */
        post: operations["approve_api_exports__export_id__approve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch
         * @description The file, for whoever asked for it, within 24 hours.
         */
        get: operations["fetch_api_exports__export_id__file_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{export_id}/refuse": {
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
         * @description Say no, with the reason.
         */
        post: operations["refuse_api_exports__export_id__refuse_post"];
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
    "/api/federation/cases/{case_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write Note
         * @description Write a note on a shared case: both sides have it on the timeline, whoever owns the case.
         */
        post: operations["write_note_api_federation_cases__case_id__notes_post"];
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
    "/api/federation/signs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Signs
         * @description The latest values of signs that other platforms told, of places in one's scope.
         */
        get: operations["read_signs_api_federation_signs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/federation/warnings/{warning_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Warning
         * @description With which platforms a warning is shared, and how many units there were told and know.
         */
        get: operations["read_warning_api_federation_warnings__warning_id__get"];
        put?: never;
        post?: never;
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
    "/api/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Forecasts
         * @description How good the forecasts of a place are beside the seasonal-naive one; those that will cross red first.
         */
        get: operations["list_forecasts_api_forecasts_get"];
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
    "/api/history/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Batches
         * @description The newest batches.
         */
        get: operations["list_batches_api_history_batches_get"];
        put?: never;
        /**
         * Begin Batch
         * @description Open a batch of one source system; a body is its first part.
         *
         *     `backdate`: units and matters on file now count as known before they were entered. `skip_wrong`: wrong rows are left
         *     out instead of stopping all.
         */
        post: operations["begin_batch_api_history_batches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Batch
         * @description How far a batch is.
         */
        get: operations["get_batch_api_history_batches__batch_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/batches/{batch_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Batch
         * @description Check every row and bring in none.
         */
        post: operations["check_batch_api_history_batches__batch_id__check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/batches/{batch_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit Batch
         * @description Bring every row in; called again after an interruption it goes on where it was.
         */
        post: operations["commit_batch_api_history_batches__batch_id__commit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/batches/{batch_id}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Complaints
         * @description What is wrong, row by row.
         */
        get: operations["list_complaints_api_history_batches__batch_id__complaints_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/batches/{batch_id}/parts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Part
         * @description Send the next part of a batch: lines of JSON, Parquet, or an Arrow stream. The same part twice is one.
         */
        post: operations["add_part_api_history_batches__batch_id__parts__number__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare
         * @description Publish limits or mappings of the district's own, from now on.
         */
        post: operations["declare_api_hotline_declarations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description The counts and the four rates 先行联系率 按时办结率 实际解决率 市民满意率 of the orders received in a span.
         */
        get: operations["figures_api_hotline_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description The files you gave in, latest first.
         */
        get: operations["list_imports_api_hotline_imports_get"];
        put?: never;
        /**
         * Begin Import
         * @description Give in a CSV or XLSX file of orders: by a mapping's name, or by one sent along as TOML.
         *
         *     A dry run does all of it and keeps nothing but the reasons. Ask for the import's progress and its report after.
         */
        post: operations["begin_import_api_hotline_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description How far a file of yours is, and the first rows that were refused.
         */
        get: operations["read_import_api_hotline_imports__import_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/imports/{import_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report Import
         * @description The file back, with one more column: why a row was refused.
         */
        get: operations["report_import_api_hotline_imports__import_id__report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mappings
         * @description The mappings by which files are read.
         */
        get: operations["list_mappings_api_hotline_mappings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description A page of the orders whose cases you may see, latest first.
         */
        get: operations["list_orders_api_hotline_orders_get"];
        put?: never;
        /**
         * Receive
         * @description Send in an order. The same number again is answered as the first time; `again` sends a returned one once more.
         */
        post: operations["receive_api_hotline_orders_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Order
         * @description All of one order.
         */
        get: operations["read_order_api_hotline_orders__order_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description 答复: what the caller is told, solved or explained.
         */
        post: operations["answer_api_hotline_orders__order_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call Back
         * @description 回访: what the city was told when it asked the caller.
         */
        post: operations["call_back_api_hotline_orders__order_id__callback_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend
         * @description 延期 of a complex order: once, before its limit ends.
         */
        post: operations["extend_api_hotline_orders__order_id__extend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}/first-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * First Contact
         * @description 首次联系: say how the caller was reached, or that nobody was.
         */
        post: operations["first_contact_api_hotline_orders__order_id__first_contact_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/orders/{order_id}/return": {
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
         * @description 退回市级, with the reason and the next door.
         */
        post: operations["give_back_api_hotline_orders__order_id__return_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotline/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Rules
         * @description The limits in force.
         */
        get: operations["read_rules_api_hotline_rules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Due Inspections
         * @description Devices to be inspected by a day (today when left out), the longest due first.
         */
        get: operations["due_inspections_api_inspections_due_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Plans
         * @description How often classes are inspected where it is not what the class says.
         */
        get: operations["list_plans_api_inspections_plans_get"];
        /**
         * Set Plan
         * @description Say how often a class is inspected.
         */
        put: operations["set_plan_api_inspections_plans_put"];
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
    "/api/keys/{key_id}/limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Limit Key
         * @description How many calls a second a key may make.
         */
        put: operations["limit_key_api_keys__key_id__limit_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who Saw
         * @description Who saw whom 谁看过谁: by the person looked at, the looker, the object, the time; for the auditor.
         */
        get: operations["who_saw_api_looks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting
         * @description The letters that wait for a person, oldest first.
         */
        get: operations["waiting_api_mail_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/{message_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss
         * @description Lay a letter aside that reports nothing.
         */
        post: operations["dismiss_api_mail__message_id__dismiss_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/{message_id}/report": {
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
         * @description Make a report of a letter, under this matter at this place.
         */
        post: operations["report_api_mail__message_id__report_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Alarms
         * @description Standing alarms of a window as GeoJSON points (id, severity, state, acknowledged); many are clusters (red).
         */
        get: operations["map_alarms_api_map_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/map/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Cases
         * @description Cases of a window as GeoJSON points (id, state, urgent, overdue); many are clusters (count, urgent, overdue).
         */
        get: operations["map_cases_api_map_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Devices
         * @description Devices of a window as GeoJSON points (id, status); many are clusters (count, of which off are not online).
         */
        get: operations["map_devices_api_map_devices_get"];
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
    "/api/map/forces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Map Forces
         * @description How many of which unit are signed in, and on patrol, as GeoJSON points inside the places they keep.
         */
        get: operations["map_forces_api_map_forces_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Layers
         * @description The layers one may see, from the bottom up, and the map beneath them where one is set.
         */
        get: operations["list_layers_api_map_layers_get"];
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
    "/api/next-doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Next Door
         * @description Who answers instead for these words and this matter.
         */
        get: operations["find_next_door_api_next_doors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/next-doors/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Next Doors
         * @description Who answers instead, as TOML, which the import takes.
         */
        get: operations["export_next_doors_api_next_doors_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/next-doors/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Next Doors
         * @description Publish who answers instead as a whole, or report every fault and write nothing.
         */
        post: operations["import_next_doors_api_next_doors_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/next-doors/{code}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Next Door
         * @description Take one of the table out of force.
         */
        post: operations["end_next_door_api_next_doors__code__end_post"];
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
    "/api/notices/contacts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Contact
         * @description Say where one is reached; it is kept sealed and shown masked.
         */
        put: operations["put_contact_api_notices_contacts__kind__put"];
        post?: never;
        /**
         * Delete Contact
         * @description Remove one of one's own addresses.
         */
        delete: operations["delete_contact_api_notices_contacts__kind__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Preferences
         * @description How one is told beside the inbox; addresses are masked.
         */
        get: operations["see_preferences_api_notices_preferences_get"];
        /**
         * Put Preferences
         * @description Choose one's own carriers, quiet hours and digest times.
         */
        put: operations["put_preferences_api_notices_preferences_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/quiet/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Post Quiet
         * @description Set or take away the quiet hours of a post.
         */
        put: operations["put_post_quiet_api_notices_quiet__post_id__put"];
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
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Outbox
         * @description What goes out beside the inbox, newest first.
         */
        get: operations["list_outbox_api_outbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{message_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Message
         * @description Take back a message that has not gone out, or close one that failed.
         */
        post: operations["cancel_message_api_outbox__message_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{message_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Message
         * @description Try a message again at once; one that is uncertain may then arrive twice.
         */
        post: operations["retry_message_api_outbox__message_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose Password */
        post: operations["choose_password_api_password_link_post"];
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
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Policies */
        get: operations["list_policies_api_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Policy */
        put: operations["set_policy_api_policies__role__put"];
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
    "/api/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Proposals
         * @description Those of one state in one's scope, oldest first.
         */
        get: operations["list_proposals_api_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description Answer it for everyone to read; the votes are closed.
         */
        post: operations["answer_api_proposals__proposal_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Do not show it (any more), and say why.
         */
        post: operations["decline_api_proposals__proposal_id__decline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Up
         * @description Show it to everyone, who may vote from now on.
         */
        post: operations["open_up_api_proposals__proposal_id__open_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Providers */
        get: operations["list_providers_api_providers_get"];
        put?: never;
        /** Add Provider */
        post: operations["add_provider_api_providers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/providers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Provider */
        put: operations["change_provider_api_providers__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/providers/{code}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try Provider */
        post: operations["try_provider_api_providers__code__try_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Pulse
         * @description The pulse of a place, 0 to 100, with its dimensions and facets and their last seven days.
         */
        get: operations["get_pulse_api_pulse_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Queue
         * @description A page of what is open and yours to see: urgent ones first, then what is due first.
         */
        get: operations["read_queue_api_queue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Queue
         * @description How many wait under each tab of the live queue.
         */
        get: operations["count_queue_api_queue_counts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reading-streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Streams
         * @description Every stream, how much it sent and how far it is behind.
         */
        get: operations["list_streams_api_reading_streams_get"];
        put?: never;
        /**
         * Offer Stream
         * @description Send readings from now on to a business system, for the purpose of one of its keys.
         */
        post: operations["offer_stream_api_reading_streams_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reading-streams/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Stream
         * @description End a stream for good.
         */
        delete: operations["end_stream_api_reading_streams__share_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reading-streams/{share_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Stream
         * @description Send nothing for now; what comes meanwhile is sent later.
         */
        post: operations["pause_stream_api_reading_streams__share_id__pause_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reading-streams/{share_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Stream
         * @description Go on where it stopped.
         */
        post: operations["resume_stream_api_reading_streams__share_id__resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Readings
         * @description Take in a CSV of old readings as a whole, or with any problem nothing of it; they raise no alarms.
         */
        post: operations["import_readings_api_readings_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Latest Readings
         * @description The last reading of every series in one's scope, in one call.
         */
        get: operations["latest_readings_api_readings_latest_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/noisy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Noisy Devices
         * @description Devices that sent far more in a UTC day than their class's period gives; of days that are rolled up.
         */
        get: operations["noisy_devices_api_readings_noisy_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{carrier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Receipt
         * @description Take what a carrier says became of a message; signed as Standard Webhooks asks, with the carrier's secret.
         */
        post: operations["take_receipt_api_receipts__carrier__post"];
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
    "/api/reports/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Reports
         * @description All reports of one telephone number, found by its blind index; the search is kept in the audit trail.
         */
        post: operations["search_reports_api_reports_search_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/follow/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow
         * @description How your report stands.
         */
        get: operations["follow_api_residents_follow__token__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/follow/{token}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add
         * @description Add words or photos to your report while it is open.
         */
        post: operations["add_api_residents_follow__token__comments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/follow/{token}/photos/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look
         * @description A photo of what was done, or one of your own.
         */
        get: operations["look_api_residents_follow__token__photos__photo_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/follow/{token}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate
         * @description Rate what was done, once, after your report was answered.
         */
        post: operations["rate_api_residents_follow__token__rating_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/follow/{token}/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Told
         * @description How you can be told of the answer, and where you are.
         */
        get: operations["see_told_api_residents_follow__token__tell_get"];
        /**
         * Tell
         * @description Be told by SMS or mail when your report is answered; the address is kept sealed, and ends with the link.
         */
        put: operations["tell_api_residents_follow__token__tell_put"];
        post?: never;
        /**
         * Tell No More
         * @description Be told nothing any more; your address is forgotten.
         */
        delete: operations["tell_no_more_api_residents_follow__token__tell_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lookup
         * @description How a report stands, by its number and the last four digits of the telephone number; nobody's words.
         */
        post: operations["lookup_api_residents_lookup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ground
         * @description Public boundaries as GeoJSON: district, street, or the neighbourhoods within a street.
         */
        get: operations["ground_api_residents_map_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nearby
         * @description Open reports within 200 m, so that one joins instead of reporting the same again.
         */
        get: operations["nearby_api_residents_nearby_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/nearby/{number}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join
         * @description Join an open report: yours is one of its own, with a number and a link of its own.
         */
        post: operations["join_api_residents_nearby__number__join_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Photo
         * @description Send a photo before the report that names it; where it was taken is not kept.
         */
        post: operations["send_photo_api_residents_photos_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Proposals
         * @description What residents suggest and need, most votes first.
         */
        get: operations["read_proposals_api_residents_proposals_get"];
        put?: never;
        /**
         * Propose
         * @description Suggest something, or name a need; it is shown to everyone once somebody has read it.
         */
        post: operations["propose_api_residents_proposals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/proposals/{proposal_id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Back
         * @description Take one's vote back.
         */
        post: operations["take_back_api_residents_proposals__proposal_id__take_back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/proposals/{proposal_id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote
         * @description Vote for one; twice counts once.
         */
        post: operations["vote_api_residents_proposals__proposal_id__vote_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/ratings/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Ratings
         * @description How the reporters of a case rated it.
         */
        get: operations["read_ratings_api_residents_ratings__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/reports": {
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
         * @description Report without an account. Answered with a number, a link only you know, and whom to call if it is urgent.
         */
        post: operations["report_api_residents_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residents/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Foresee
         * @description What words not yet sent lead to: whom to call at once, what it may be, who else answers; nothing is kept.
         */
        post: operations["foresee_api_residents_suggest_post"];
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
    "/api/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal
         * @description One personal field in full, for a reason; the look is kept in the audit trail.
         */
        post: operations["reveal_api_reveal_post"];
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
    "/api/screens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Screens
         * @description Every display, with when it was last heard of.
         */
        get: operations["list_screens_api_screens_get"];
        put?: never;
        /**
         * Add Screen
         * @description Name a display and get the code that opens it.
         */
        post: operations["add_screen_api_screens_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screens/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Screen
         * @description Open the display where this code was typed.
         */
        post: operations["open_screen_api_screens_open_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screens/{screen_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Screen
         * @description End a display at once.
         */
        delete: operations["end_screen_api_screens__screen_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Find whatever one may see by words, names, pinyin or numbers; all the words have to be there.
         */
        get: operations["search_api_search_get"];
        put?: never;
        post?: never;
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
    "/api/session/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Passkey */
        post: operations["add_passkey_api_session_passkeys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passkey Options */
        post: operations["passkey_options_api_session_passkeys_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Passkey */
        delete: operations["remove_passkey_api_session_passkeys__passkey_id__delete"];
        options?: never;
        head?: never;
        /** Rename Passkey */
        patch: operations["rename_passkey_api_session_passkeys__passkey_id__patch"];
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
    "/api/session/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove */
        post: operations["prove_api_session_prove_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New Codes */
        post: operations["new_codes_api_session_recovery_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Security */
        get: operations["security_api_session_security_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start Totp */
        post: operations["start_totp_api_session_totp_post"];
        /** Remove Totp */
        delete: operations["remove_totp_api_session_totp_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm Totp */
        post: operations["confirm_totp_api_session_totp_confirm_post"];
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
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description Every setting of this installation and the limits it goes by; passwords and tokens are left out.
         */
        get: operations["read_settings_api_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Half Session */
        get: operations["half_session_api_sign_in_get"];
        put?: never;
        post?: never;
        /** Give Up */
        delete: operations["give_up_api_sign_in_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove With Code */
        post: operations["prove_with_code_api_sign_in_code_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/enrol/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol Passkey */
        post: operations["enrol_passkey_api_sign_in_enrol_passkey_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/enrol/passkey/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm Passkey */
        post: operations["confirm_passkey_api_sign_in_enrol_passkey_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/enrol/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol Totp */
        post: operations["enrol_totp_api_sign_in_enrol_totp_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/enrol/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm Totp */
        post: operations["confirm_totp_api_sign_in_enrol_totp_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove With Passkey */
        post: operations["prove_with_passkey_api_sign_in_passkey_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passkey Options */
        post: operations["passkey_options_api_sign_in_passkey_options_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways */
        get: operations["ways_api_sign_in_ways_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Arrive */
        get: operations["arrive_api_sign_in__provider__callback_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Depart */
        get: operations["depart_api_sign_in__provider__start_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Signs
         * @description Every sign of a place with its value, level, time of its data, and last points.
         */
        get: operations["list_signs_api_signs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs.toml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Signs
         * @description The definitions in force as TOML.
         */
        get: operations["export_signs_api_signs_toml_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Sign
         * @description One sign of a place: definition, explanation, history in (from, to], and what was done when it was red.
         */
        get: operations["get_sign_api_signs__code__get"];
        /**
         * Edit Sign
         * @description Put other thresholds, owner or consequence in force from now on, as a new version.
         */
        put: operations["edit_sign_api_signs__code__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Forecast
         * @description The short forecast of a sign at a place, with an interval that holds four of five.
         */
        get: operations["get_forecast_api_signs__code__forecast_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sign Parts
         * @description A sign or a score at the places directly below, or at all of a level below: for ranks and the map.
         */
        get: operations["list_sign_parts_api_signs__code__nodes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sign Rows
         * @description The rows behind the value of a sign at a place; those that count in it first.
         */
        get: operations["list_sign_rows_api_signs__code__rows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send Sign Values
         * @description Send values of a sign that no source of the platform gives; the next computation shows them.
         */
        put: operations["send_sign_values_api_signs__code__values_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signs/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sign Versions
         * @description Every version of a definition, the latest first.
         */
        get: operations["list_sign_versions_api_signs__code__versions_get"];
        put?: never;
        post?: never;
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
    "/api/strangers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Strangers */
        get: operations["list_strangers_api_strangers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream
         * @description What happens, as it happens, as server-sent events; only what you may see, by ids.
         *
         *     `ready` comes first. `facts` holds `items` (kind, type, at, and for cases and events id, number, state, urgent) and
         *     `more`: true when lists are to be read anew. `reset`: you were away too long, read everything anew. The header
         *     `Last-Event-ID` or `after` resumes where you were; nothing between is left out. `pulse` comes every ten seconds, so
         *     that silence is a lost line. `ended`: your session is over.
         */
        get: operations["stream_api_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upkeep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Upkeep
         * @description Cases of upkeep 维保, newest first; they are no part of a street's figures.
         */
        get: operations["list_upkeep_api_upkeep_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wall
         * @description How the city stands: live counts, what is abnormal now, what happened last.
         *
         *     An answer may be a second old. One asked for `after` what the stream told holds that and all before it.
         */
        get: operations["wall_api_wall_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wall Case
         * @description One case as the wall shows it: its steps without words, nobody's name.
         */
        get: operations["wall_case_api_wall_cases__case_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wall Figures
         * @description Evaluation's figures of today and of thirty days, by street or whatever lies below; new every 25 seconds.
         */
        get: operations["wall_figures_api_wall_figures_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhooks
         * @description Every subscription without its secret.
         */
        get: operations["list_webhooks_api_webhooks_get"];
        put?: never;
        /**
         * Add Webhook
         * @description Let an application hear facts from now on; the answer holds its secret.
         */
        post: operations["add_webhook_api_webhooks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Webhook
         * @description End a subscription.
         */
        delete: operations["end_webhook_api_webhooks__webhook_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Webhook
         * @description Let a suspended subscription go on where it stopped.
         */
        post: operations["resume_webhook_api_webhooks__webhook_id__resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Webhook
         * @description Give it a new secret; for a day the former one signs beside it.
         */
        post: operations["rotate_webhook_api_webhooks__webhook_id__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ca.crt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Authority
         * @description The certificate of our own authority, for phones to trust; 404 where TLS comes from elsewhere.
         */
        get: operations["authority_ca_crt_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Healthz
         * @description Say that this process lives; asks nobody else.
         */
        get: operations["healthz_healthz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exposition
         * @description Figures for Prometheus: from this machine, or with the token that `YIWANG_METRICS_TOKEN` sets.
         */
        get: operations["exposition_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/discovery.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Discover
         * @description Where the service is and what it speaks.
         */
        get: operations["discover_open311_v2_discovery__format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/requests.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description Requests you sent in, and those you may see, newest first: at most 90 days and 1,000.
         */
        get: operations["list_requests_open311_v2_requests__format__get"];
        put?: never;
        /**
         * Send Request
         * @description Send in a request as a form; the answer names its id.
         *
         *     The header Idempotency-Key, which GeoReport does not know, makes a repeated request one.
         */
        post: operations["send_request_open311_v2_requests__format__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/requests/{service_request_id}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Request
         * @description One request.
         */
        get: operations["read_request_open311_v2_requests__service_request_id___format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/services.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Services
         * @description The matters in force as services.
         */
        get: operations["list_services_open311_v2_services__format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/services/{service_code}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Define Service
         * @description What more may be said with a request of a service.
         */
        get: operations["define_service_open311_v2_services__service_code___format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/tokens/{token}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Token
         * @description The id of the request that a token stands for.
         */
        get: operations["read_token_open311_v2_tokens__token___format__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readyz
         * @description Say whether database, tables and worker are in order: 200, or 503 with the reasons.
         */
        get: operations["readyz_readyz_get"];
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
         * @description An account to be made; by default its password is good for one sign-in. Without one, send a link.
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
            password?: string | null;
            /** Username */
            username: string;
        };
        /**
         * AccountDetail
         * @description One account, and how it can sign in.
         */
        AccountDetail: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Sign In */
            last_sign_in: string | null;
            /** Must Change */
            must_change: boolean;
            /** Name */
            name: string;
            /** Passkeys */
            passkeys: number;
            /** Password */
            password: boolean;
            /**
             * Password Changed
             * Format: date-time
             */
            password_changed: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Roles */
            roles: string[];
            /** State */
            state: string;
            /** Totp */
            totp: boolean;
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
        /** AddAsk */
        AddAsk: {
            /** Photos */
            photos?: string[];
            /**
             * Text
             * @default
             */
            text?: string;
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
        /** AdoptAsk */
        AdoptAsk: {
            device: components["schemas"]["DeviceAsk"];
            /** External Id */
            external_id: string;
            /** Source */
            source: string;
        };
        /**
         * AlarmAssignAsk
         * @description `to` is an account; null takes the alarm back from whoever has it.
         */
        AlarmAssignAsk: {
            /** To */
            to: string | null;
        };
        /** AlarmCommentAsk */
        AlarmCommentAsk: {
            /** Text */
            text: string;
        };
        /**
         * AlarmDecisionOut
         * @description A decision about a proposal.
         */
        AlarmDecisionOut: {
            /**
             * About
             * @enum {string}
             */
            about: "rule" | "device";
            /**
             * Action
             * @enum {string}
             */
            action: "threshold" | "review" | "repair" | "retire";
            /** Bound */
            bound: number | null;
            /** Counted */
            counted: number;
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Decided Name */
            decided_name: string;
            /**
             * Decision
             * @enum {string}
             */
            decision: "accepted" | "refused";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Reason */
            reason: string;
        };
        /** AlarmDecisionsOut */
        AlarmDecisionsOut: {
            /** Items */
            items: components["schemas"]["AlarmDecisionOut"][];
        };
        /**
         * AlarmDetail
         * @description `chart` is where to look, `lines` what was done, `others` what else stands at the device.
         */
        AlarmDetail: {
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Acknowledged By */
            acknowledged_by: string | null;
            /** Address */
            address: string;
            /** Again */
            again: number;
            /** Again At */
            again_at: string | null;
            /** Assigned To */
            assigned_to: string | null;
            chart: components["schemas"]["AlarmSpan"] | null;
            /** Class Code */
            class_code: string;
            /** Condition */
            condition: string;
            /** Contexts */
            contexts: string[];
            /** Device Code */
            device_code: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Device Name */
            device_name: string;
            /** Drill */
            drill: boolean;
            /** Explanation */
            explanation: {
                [key: string]: unknown;
            };
            /** Floor */
            floor: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Judged At */
            judged_at: string | null;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "rule" | "combination";
            /** Last Value */
            last_value: number | null;
            /** Lat */
            lat: number | null;
            /** Lines */
            lines: components["schemas"]["AlarmLine"][];
            /** Lon */
            lon: number | null;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Metric */
            metric: string;
            /** Organisation Id */
            organisation_id: string | null;
            /** Others */
            others: components["schemas"]["AlarmOut"][];
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Recovered At */
            recovered_at: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "red" | "orange" | "yellow" | "blue";
            /**
             * State
             * @enum {string}
             */
            state: "firing" | "recovered" | "resolved";
            suppressed?: components["schemas"]["SuppressedOut"] | null;
            /** Value */
            value: number | null;
            /** Verdict */
            verdict: ("true" | "false" | "test" | "fault") | null;
            /** Version */
            version: number;
        };
        /** AlarmEventOut */
        AlarmEventOut: {
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Kind */
            kind: ("alarm" | "storm") | null;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** Title */
            title: string;
            /** Verdict */
            verdict: ("true" | "false" | "test" | "fault") | null;
        };
        /**
         * AlarmGroup
         * @description Alarms with one value of a label; `severity` is the highest of them.
         */
        AlarmGroup: {
            /** Alarms */
            alarms: number;
            /** Devices */
            devices: number;
            /** Firing */
            firing: number;
            /** Key */
            key: string | null;
            /**
             * Last Raised At
             * Format: date-time
             */
            last_raised_at: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "red" | "orange" | "yellow" | "blue";
            /** Unacknowledged */
            unacknowledged: number;
        };
        /** AlarmGroupsOut */
        AlarmGroupsOut: {
            /** Items */
            items: components["schemas"]["AlarmGroup"][];
        };
        /**
         * AlarmLine
         * @description What somebody did with an alarm.
         */
        AlarmLine: {
            /**
             * Actor Id
             * Format: uuid
             */
            actor_id: string;
            /** Actor Name */
            actor_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Step */
            step: string;
            /** Text */
            text: string;
        };
        /**
         * AlarmOut
         * @description An alarm and its device; `value` raised it, `explanation` is the condition as it was in force.
         */
        AlarmOut: {
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Acknowledged By */
            acknowledged_by: string | null;
            /** Address */
            address: string;
            /** Again */
            again: number;
            /** Again At */
            again_at: string | null;
            /** Assigned To */
            assigned_to: string | null;
            /** Class Code */
            class_code: string;
            /** Condition */
            condition: string;
            /** Contexts */
            contexts: string[];
            /** Device Code */
            device_code: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Device Name */
            device_name: string;
            /** Drill */
            drill: boolean;
            /** Explanation */
            explanation: {
                [key: string]: unknown;
            };
            /** Floor */
            floor: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Judged At */
            judged_at: string | null;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "rule" | "combination";
            /** Last Value */
            last_value: number | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Metric */
            metric: string;
            /** Organisation Id */
            organisation_id: string | null;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Recovered At */
            recovered_at: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "red" | "orange" | "yellow" | "blue";
            /**
             * State
             * @enum {string}
             */
            state: "firing" | "recovered" | "resolved";
            suppressed?: components["schemas"]["SuppressedOut"] | null;
            /** Value */
            value: number | null;
            /** Verdict */
            verdict: ("true" | "false" | "test" | "fault") | null;
            /** Version */
            version: number;
        };
        /**
         * AlarmProposalAsk
         * @description A decision; accepted as `threshold` it needs the new `bound`, refused a reason.
         */
        AlarmProposalAsk: {
            /**
             * About
             * @enum {string}
             */
            about: "rule" | "device";
            /**
             * Action
             * @enum {string}
             */
            action: "threshold" | "review" | "repair" | "retire";
            /** Bound */
            bound?: number | null;
            /**
             * Decision
             * @enum {string}
             */
            decision: "accepted" | "refused";
            /** Key */
            key: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * AlarmProposalOut
         * @description `bound` is the one in force; `effect` the replay of the one proposed over the judged alarms.
         */
        AlarmProposalOut: {
            /**
             * About
             * @enum {string}
             */
            about: "rule" | "device";
            /**
             * Action
             * @enum {string}
             */
            action: "threshold" | "review" | "repair" | "retire";
            /** Bound */
            bound: number | null;
            device: components["schemas"]["ProposedDevice"] | null;
            effect: components["schemas"]["EffectOut"] | null;
            /** Key */
            key: string;
            /** Reason En */
            reason_en: string;
            /** Reason Zh */
            reason_zh: string;
            trial?: components["schemas"]["AlarmProposalTrial"] | null;
            verdicts: components["schemas"]["PrecisionOut"];
        };
        /**
         * AlarmProposalTrial
         * @description The trial of a bound over the history. `raised`: what the condition would have raised; `really`: what it did.
         */
        AlarmProposalTrial: {
            /** Bound */
            bound: number | null;
            /** Done */
            done: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kept False
             * @default 0
             */
            kept_false?: number;
            /**
             * Kept True
             * @default 0
             */
            kept_true?: number;
            /**
             * Lost True
             * @default 0
             */
            lost_true?: number;
            /** Raised */
            raised?: number | null;
            /** Really */
            really?: number | null;
            /**
             * Removed False
             * @default 0
             */
            removed_false?: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** State */
            state: string;
            /**
             * Unheard
             * @default 0
             */
            unheard?: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * AlarmProposalTryAsk
         * @description The condition ("SMK.fire/fire") and the bound to try.
         */
        AlarmProposalTryAsk: {
            /** Bound */
            bound: number;
            /** Key */
            key: string;
        };
        /** AlarmProposalsOut */
        AlarmProposalsOut: {
            /** Items */
            items: components["schemas"]["AlarmProposalOut"][];
        };
        /**
         * AlarmSpan
         * @description The stretch of readings that shows an alarm, as `GET /api/devices/{device_id}/chart` takes it.
         */
        AlarmSpan: {
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Metric */
            metric: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** AlarmTextAsk */
        AlarmTextAsk: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /** AlarmVerdictAsk */
        AlarmVerdictAsk: {
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "true" | "false" | "test" | "fault";
        };
        /** AlarmVerdictsAsk */
        AlarmVerdictsAsk: {
            /** Alarms */
            alarms: string[];
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "true" | "false" | "test" | "fault";
        };
        /** AlarmsOut */
        AlarmsOut: {
            /** Items */
            items: components["schemas"]["AlarmOut"][];
            /** Next */
            next: string | null;
        };
        /** AnswerAsk */
        AnswerAsk: {
            /** Resolution */
            resolution: string;
            /** Text */
            text: string;
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
        /** AttendanceImportOut */
        AttendanceImportOut: {
            /** Imported */
            imported: number;
            /** Known */
            known: number;
            /** Wrong */
            wrong: components["schemas"]["AttendanceWrongOut"][];
        };
        /**
         * AttendanceOut
         * @description `on` while signed in, `off` after signing out, `absent`; seconds late and early are 0 within five minutes.
         */
        AttendanceOut: {
            /** Early Seconds */
            early_seconds: number;
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** In At */
            in_at: string | null;
            /** In Place */
            in_place: boolean | null;
            /** Late Seconds */
            late_seconds: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Out At */
            out_at: string | null;
            /** Out Place */
            out_place: boolean | null;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * State
             * @enum {string}
             */
            state: "on" | "off" | "absent";
        };
        /**
         * AttendanceRow
         * @description With the names of who kept the shift, and at which post.
         */
        AttendanceRow: {
            /** Early Seconds */
            early_seconds: number;
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** In At */
            in_at: string | null;
            /** In Place */
            in_place: boolean | null;
            /** Late Seconds */
            late_seconds: number;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Out At */
            out_at: string | null;
            /** Out Place */
            out_place: boolean | null;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Post Name */
            post_name: string;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /** Staff Name */
            staff_name: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * State
             * @enum {string}
             */
            state: "on" | "off" | "absent";
        };
        /** AttendanceWrongOut */
        AttendanceWrongOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** AttendancesOut */
        AttendancesOut: {
            /** Items */
            items: components["schemas"]["AttendanceRow"][];
            /** Next */
            next: string | null;
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
        /**
         * BasemapOut
         * @description Tiles beneath the layers; `url` holds {z}, {x} and {y}. `vector` names their layers, empty for pictures.
         */
        BasemapOut: {
            /** Attribution */
            attribution: string;
            /** Max Zoom */
            max_zoom: number;
            /** Min Zoom */
            min_zoom: number;
            /** Tile Size */
            tile_size: number;
            /** Url */
            url: string;
            /** Vector */
            vector: string[];
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
        /**
         * Body
         * @description All of a check-up. `counts` are signs by level: green, yellow, orange, red, unknown.
         */
        Body: {
            /** Better */
            better: components["schemas"]["Change"][];
            /** Counts */
            counts: number[];
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Late */
            late: string[];
            /**
             * Period
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /** Place */
            place: string;
            /** Ranks */
            ranks: components["schemas"]["PlaceRank"][];
            /** Red */
            red: components["schemas"]["Change"][];
            /** Scores */
            scores: components["schemas"]["Scored"][];
            /** Span */
            span: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Summary */
            summary: string;
            /** Title */
            title: string;
            /** Worse */
            worse: components["schemas"]["Change"][];
        };
        /** Body_begin_import_api_hotline_imports_post */
        Body_begin_import_api_hotline_imports_post: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** File */
            file: string;
            /**
             * Mapping
             * @default sh12345
             */
            mapping?: string;
            /** Mapping Toml */
            mapping_toml?: string | null;
        };
        /** Body_send_photo_api_residents_photos_post */
        Body_send_photo_api_residents_photos_post: {
            /** File */
            file: string;
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
        /** ByHandAsk */
        ByHandAsk: {
            /** Matter */
            matter: string;
            place: components["schemas"]["yiwang__events__shapes__PlaceAsk"];
        };
        /**
         * CalledAsk
         * @description What a call back told 回访; leave out what it does not say.
         */
        CalledAsk: {
            /** Contacted */
            contacted?: boolean | null;
            /** Resolution */
            resolution?: string | null;
            /** Satisfaction */
            satisfaction?: string | null;
        };
        /** CallerAsk */
        CallerAsk: {
            /** Reason */
            reason: string;
        };
        /** CallerOut */
        CallerOut: {
            /** Name */
            name: string | null;
            /** Phone */
            phone: string | null;
        };
        /**
         * CallsLine
         * @description Calls of one application's one purpose to one data set; accounts and strangers are one line for each data set.
         *
         *     `milliseconds` is the mean of a call.
         */
        CallsLine: {
            /** Application */
            application: string | null;
            /** Bytes */
            bytes: number;
            /** Calls */
            calls: number;
            /** Data Set */
            data_set: string;
            /** Failed */
            failed: number;
            /** Holder Kind */
            holder_kind: string;
            /** Holders */
            holders: number;
            /**
             * Last Hour
             * Format: date-time
             */
            last_hour: string;
            /** Limited */
            limited: number;
            /** Milliseconds */
            milliseconds: number;
            /** Purpose */
            purpose: string | null;
            /** Refused */
            refused: number;
        };
        /** CallsOut */
        CallsOut: {
            /** Items */
            items: components["schemas"]["CallsLine"][];
        };
        /**
         * CarrierAsk
         * @description `settings` as the kind wants them; a secret left out stays, an empty one is removed.
         */
        CarrierAsk: {
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "mail" | "sms" | "wecom";
            /** Receipt Secret */
            receipt_secret?: string | null;
            /** Secret */
            secret?: string | null;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
        };
        /** CarrierOut */
        CarrierOut: {
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Code */
            code: string;
            /** Enabled */
            enabled: boolean;
            /** Kind */
            kind: string;
            /** Secret Set */
            secret_set: boolean;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /** CarriersOut */
        CarriersOut: {
            /** Circuits */
            circuits: components["schemas"]["CircuitOut"][];
            /** Items */
            items: components["schemas"]["CarrierOut"][];
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
         * CaseSharingOut
         * @description Whose a case is, with whom it is shared, and what was sent about it.
         */
        CaseSharingOut: {
            /** Letters */
            letters: components["schemas"]["FederationLetter"][];
            /** Ours */
            ours: boolean;
            /** Owner */
            owner: string;
            /** Shared */
            shared: components["schemas"]["FederationShare"][];
            /** Version */
            version: number;
        };
        /**
         * Change
         * @description A sign in this span beside the one before. `change` in the sign's unit; `percent` of what it was.
         */
        Change: {
            /** Before */
            before: number | null;
            /** Change */
            change: number | null;
            /** Code */
            code: string;
            /** Contributions */
            contributions: components["schemas"]["Contribution"][];
            /** Dimension */
            dimension: string;
            /** Level */
            level: number;
            /** Level Before */
            level_before: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Percent */
            percent: number | null;
            /** Points */
            points: (number | null)[];
            /** Todo */
            todo: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
            /**
             * Way
             * @enum {string}
             */
            way: "better" | "worse" | "same" | "unknown";
            /** Why */
            why: string;
        };
        /**
         * ChannelDetail
         * @description A channel with its mapping, as the import takes it, and every version it had.
         */
        ChannelDetail: {
            channel: components["schemas"]["ChannelOut"];
            /** Declaration */
            declaration: {
                [key: string]: unknown;
            };
            /** Versions */
            versions: components["schemas"]["ChannelOut"][];
        };
        /**
         * ChannelOut
         * @description A channel in force: who sends, what its items are called, what it dictates.
         */
        ChannelOut: {
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Events */
            events: string[];
            /** Item */
            item: string;
            /** Item En */
            item_en: string;
            limit: components["schemas"]["yiwang__events__channels__shapes__LimitOut"] | null;
            /** Limit Source */
            limit_source: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Signed */
            signed: boolean;
            /**
             * Trust
             * @enum {string}
             */
            trust: "person" | "machine";
            /** Urgent */
            urgent: boolean | null;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /** ChannelsOut */
        ChannelsOut: {
            /** Items */
            items: components["schemas"]["ChannelOut"][];
        };
        /**
         * ChartOut
         * @description Columns: the beginning of each stretch that holds anything, its readings, mean, lowest, highest.
         */
        ChartOut: {
            /** Drawn From */
            drawn_from: string;
            /** High */
            high: number[];
            /** Low */
            low: number[];
            /** Mean */
            mean: number[];
            /** N */
            n: number[];
            /** Time */
            time: number[];
        };
        /**
         * CheckupAsk
         * @description `at`: of the last span that was over then; now by default. The place is one's highest by default.
         */
        CheckupAsk: {
            /** At */
            at?: string | null;
            /**
             * Period
             * @enum {string}
             */
            period: "day" | "week" | "month";
        };
        /**
         * CheckupOut
         * @description A check-up with its charts as SVG by name: pulse, scores, ranks.
         */
        CheckupOut: {
            body: components["schemas"]["Body"];
            /** Charts */
            charts: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Node
             * Format: uuid
             */
            node: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
        };
        /** CheckupRow */
        CheckupRow: {
            /**
             * End At
             * Format: date-time
             */
            end_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Period
             * @enum {string}
             */
            period: "day" | "week" | "month";
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /**
             * Start At
             * Format: date-time
             */
            start_at: string;
            /** Summary */
            summary: string;
            /** Title */
            title: string;
        };
        /** CheckupsOut */
        CheckupsOut: {
            /** Items */
            items: components["schemas"]["CheckupRow"][];
            /** Next */
            next: string | null;
        };
        /**
         * ChooseAsk
         * @description The token of a one-time link, and the password chosen by it.
         */
        ChooseAsk: {
            /** Password */
            password: string;
            /** Token */
            token: string;
        };
        /**
         * Chosen
         * @description Whose password was chosen: to be signed in with now.
         */
        Chosen: {
            /** Username */
            username: string;
        };
        /**
         * CipherAsk
         * @description 32 hexadecimal digits; none: the device speaks plainly.
         */
        CipherAsk: {
            /** Sm4 */
            sm4: string | null;
        };
        /**
         * CircleIn
         * @description A point in degrees CGCS2000 and a radius in metres.
         */
        CircleIn: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Radius M */
            radius_m: number;
        };
        /**
         * CircuitOut
         * @description A lane that failed of late; nothing is tried on it until `open_until`.
         */
        CircuitOut: {
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Error */
            error: string;
            /** Failures */
            failures: number;
            /** Lane */
            lane: string;
            /** Open Until */
            open_until: string | null;
        };
        /**
         * ClassesAsk
         * @description Classes as TOML or as rows; a dry run writes nothing.
         */
        ClassesAsk: {
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
        /**
         * ClassesReport
         * @description What the import did, or would do; with any fault nothing was written.
         */
        ClassesReport: {
            /** Changed */
            changed: {
                [key: string]: string[];
            };
            /** Faults */
            faults: components["schemas"]["DeclaredFault"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
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
        /**
         * CodeAsk
         * @description A code of the phone, or a recovery code.
         */
        CodeAsk: {
            /** Code */
            code: string;
        };
        /**
         * CodesOut
         * @description Recovery codes, shown this once; empty when the former ones stay good.
         */
        CodesOut: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * ColleagueOut
         * @description Somebody who holds one of the posts one has shifts at.
         */
        ColleagueOut: {
            /** Name */
            name: string;
            /** Posts */
            posts: string[];
            /** Shifts */
            shifts: components["schemas"]["SwapShiftOut"][];
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
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
        /**
         * Combination
         * @description Second stage: an alarm over standing alarms of one device, one address, or neighbours within a distance.
         *
         *     It stands while at least `at_least` different series (of one device: members) stand that were raised within
         *     `within_s` of one another (None: whenever).
         */
        Combination: {
            /**
             * Across
             * @enum {string}
             */
            across: "device" | "address" | "neighbours";
            /**
             * At Least
             * @default 2
             */
            at_least?: number;
            /** Code */
            code: string;
            /** Distance M */
            distance_m?: number | null;
            /** Members */
            members: components["schemas"]["Member"][];
            /**
             * Severity
             * @enum {string}
             */
            severity: "blue" | "yellow" | "orange" | "red";
            /** Within S */
            within_s?: number | null;
        };
        /**
         * CommandAsk
         * @description What a device is asked; `patience_s` is how long the question waits for the device and its answer.
         */
        CommandAsk: {
            /**
             * Arguments
             * @default {}
             */
            arguments?: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
            /** Patience S */
            patience_s?: number | null;
        };
        /**
         * CommandOut
         * @description A question to a device: waiting, sent, accepted, done, refused, expired or withdrawn.
         */
        CommandOut: {
            /** Answer */
            answer: {
                [key: string]: unknown;
            };
            /** Answered At */
            answered_at: string | null;
            /** Arguments */
            arguments: {
                [key: string]: unknown;
            };
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Protocol */
            protocol: string;
            /** Sent At */
            sent_at: string | null;
            /** Sent Times */
            sent_times: number;
            /** State */
            state: string;
        };
        /**
         * CommandsOut
         * @description `kinds` are what this device can be asked.
         */
        CommandsOut: {
            /** Items */
            items: components["schemas"]["CommandOut"][];
            /** Kinds */
            kinds: string[];
            /** Next */
            next: string | null;
        };
        /** CommentOut */
        CommentOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
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
        /**
         * Condition
         * @description When an alarm is raised and cleared.
         *
         *     `bound`, `clear` and `floor` are in the metric's unit; for rates in its unit per second; of the unusual ones `bound`
         *     and `clear` are standard deviations. A stuck value stays within `bound` of itself for `for_s`.
         */
        Condition: {
            /** Bound */
            bound?: number | null;
            /** Clear */
            clear?: number | null;
            /**
             * Clear Count
             * @default 1
             */
            clear_count?: number;
            /**
             * Clear For S
             * @default 0
             */
            clear_for_s?: number;
            /**
             * Clear Inclusive
             * @default false
             */
            clear_inclusive?: boolean;
            /** Code */
            code: string;
            /**
             * Count
             * @default 1
             */
            count?: number;
            /** Floor */
            floor?: number | null;
            /**
             * For S
             * @default 0
             */
            for_s?: number;
            /** Gap S */
            gap_s?: number | null;
            /**
             * Inclusive
             * @default true
             */
            inclusive?: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "above" | "below" | "rise" | "fall" | "change" | "unusual" | "unusually_high" | "unusually_low" | "stuck" | "silent";
            /**
             * Latch
             * @default false
             */
            latch?: boolean;
            /** Schedule */
            schedule?: string | null;
            /**
             * Seasonal
             * @default false
             */
            seasonal?: boolean;
            /**
             * Severity
             * @enum {string}
             */
            severity: "blue" | "yellow" | "orange" | "red";
            /**
             * Warm
             * @default 30
             */
            warm?: number;
        };
        /** ConsentAsk */
        ConsentAsk: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * ContextAsk
         * @description A named condition over one device, one jurisdiction and all below it, or a circle. `ends` left out: open.
         */
        ContextAsk: {
            /** Begins */
            begins?: string | null;
            circle?: components["schemas"]["CircleIn"] | null;
            /** Code */
            code: string;
            /** Device Id */
            device_id?: string | null;
            /** Ends */
            ends?: string | null;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Source
             * @default
             */
            source?: string;
        };
        /**
         * ContextEndAsk
         * @description Why it ends before its time.
         */
        ContextEndAsk: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** ContextMade */
        ContextMade: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * ContextOut
         * @description A context; `set_name` declared it last, `ended_name` ended it early and said `end_reason`.
         */
        ContextOut: {
            /**
             * Begins
             * Format: date-time
             */
            begins: string;
            /** Code */
            code: string;
            /** Device Id */
            device_id: string | null;
            /** Device Name */
            device_name: string | null;
            /** End Reason */
            end_reason: string;
            /** Ended Name */
            ended_name: string;
            /** Ends */
            ends: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Radius M */
            radius_m: number | null;
            /** Reason */
            reason: string;
            /** Set Name */
            set_name: string;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "active" | "ended";
        };
        /** ContextsOut */
        ContextsOut: {
            /** Items */
            items: components["schemas"]["ContextOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * Contribution
         * @description A place below that moved the figure: by how much, and its share of the whole change in percent.
         */
        Contribution: {
            /** Change */
            change: number;
            /** Name */
            name: string;
            /**
             * Node
             * Format: uuid
             */
            node: string;
            /** Share */
            share: number | null;
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
         * CredentialAsk
         * @description What `navigator.credentials` returned, as JSON.
         */
        CredentialAsk: {
            /** Credential */
            credential: {
                [key: string]: unknown;
            };
        };
        /** DataSetOut */
        DataSetOut: {
            /** Code */
            code: string;
            /** Columns */
            columns: components["schemas"]["ExportColumnOut"][];
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
        };
        /** DataSets */
        DataSets: {
            /** Items */
            items: components["schemas"]["DataSetOut"][];
        };
        /**
         * DatedGrantAsk
         * @description A role from a moment on, or now; until a moment, or for good.
         */
        DatedGrantAsk: {
            /** Jurisdiction */
            jurisdiction?: string | null;
            /** Organisation */
            organisation?: string | null;
            /** Role */
            role: string;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
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
        /** DecideAsk */
        DecideAsk: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * DeclarationFault
         * @description What is wrong in which entry (from 1; 0 is the whole).
         */
        DeclarationFault: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Entry */
            entry: number;
            /** Field */
            field: string;
        };
        /**
         * DeclarationsAsk
         * @description Declarations as TOML or as rows; a dry run writes nothing.
         */
        DeclarationsAsk: {
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
        /**
         * DeclarationsReport
         * @description What the import did, or would do; with any fault nothing was written.
         */
        DeclarationsReport: {
            /** Changed */
            changed: string[];
            /** Faults */
            faults: components["schemas"]["DeclarationFault"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /**
         * DeclareAsk
         * @description TOML with `[[hotline_rules]]` or `[[hotline_mapping]]` tables.
         */
        DeclareAsk: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "hotline_rules" | "hotline_mapping";
            /**
             * Note
             * @default
             */
            note?: string;
            /** Toml */
            toml: string;
        };
        /**
         * Declared
         * @description What a declaration did; with any fault nothing was written.
         */
        Declared: {
            /** Changed */
            changed: string[];
            /** Faults */
            faults: components["schemas"]["yiwang__cases__hotline__shapes__FaultOut"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
        };
        /**
         * DeclaredFault
         * @description What is wrong in which row (from 1; 0 is the whole).
         */
        DeclaredFault: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /**
         * DemoOut
         * @description How far the made-up district is (share of the whole, 0 to 1; stage null: none); who one can be from here.
         */
        DemoOut: {
            /** Anchor */
            anchor: string | null;
            /** Identities */
            identities: components["schemas"]["IdentityOut"][];
            /** Lives */
            lives: boolean;
            /** Share */
            share: number;
            /** Stage */
            stage: string | null;
        };
        /**
         * DeviceAsk
         * @description A device; its jurisdiction is found by the point or the address unless it is given.
         */
        DeviceAsk: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Address Id */
            address_id?: string | null;
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /**
             * Contract
             * @default
             */
            contract?: string;
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /**
             * Floor
             * @default
             */
            floor?: string;
            /** Installed On */
            installed_on?: string | null;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /**
             * Keys
             * @default []
             */
            keys?: components["schemas"]["KeyIO"][];
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Maintainer Id */
            maintainer_id?: string | null;
            /**
             * Maker
             * @default
             */
            maker?: string;
            /**
             * Model
             * @default
             */
            model?: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Organisation Id */
            organisation_id?: string | null;
            /** Photo Id */
            photo_id?: string | null;
            /**
             * Serial
             * @default
             */
            serial?: string;
        };
        /**
         * DeviceClassOut
         * @description A class as it is in force.
         */
        DeviceClassOut: {
            /**
             * Alarm Standard
             * @default
             */
            alarm_standard?: string;
            /**
             * Alarm Zh
             * @default
             */
            alarm_zh?: string;
            /**
             * Basis
             * @default
             */
            basis?: string;
            /** Code */
            code: string;
            /**
             * False Alarm Causes
             * @default
             */
            false_alarm_causes?: string;
            /**
             * First Receiver
             * @default
             */
            first_receiver?: string;
            /**
             * Judgement
             * @default
             */
            judgement?: string;
            /**
             * Lateness S
             * @default 0
             */
            lateness_s?: number;
            /** Lifetime Years */
            lifetime_years: number;
            /** Maintenance Days */
            maintenance_days: number;
            /**
             * Matter Codes
             * @default []
             */
            matter_codes?: string[];
            /**
             * Matters
             * @default
             */
            matters?: string;
            /** Metrics */
            metrics: components["schemas"]["Metric"][];
            /** Name */
            name: string;
            /**
             * Name En
             * @default
             */
            name_en?: string;
            /** Offline After S */
            offline_after_s: number;
            /** Period S */
            period_s: number;
            /**
             * Planned Cases A Day
             * @default 0
             */
            planned_cases_a_day?: number;
            /**
             * Planned Devices
             * @default 0
             */
            planned_devices?: number;
            /**
             * Planned False Pct
             * @default 0
             */
            planned_false_pct?: number;
            /**
             * Protocol
             * @enum {string}
             */
            protocol: "MQTT" | "HTTP" | "HJ212" | "JT808" | "GB26875";
            /**
             * Scene
             * @default
             */
            scene?: string;
            /**
             * Share Pct
             * @default 0
             */
            share_pct?: number;
            /**
             * Shared To
             * @default
             */
            shared_to?: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /** DeviceClassesOut */
        DeviceClassesOut: {
            /** Items */
            items: components["schemas"]["DeviceClassOut"][];
        };
        /**
         * DeviceFigure
         * @description Devices in service or not, without the retired; `silent` were never heard; `online_rate` of 0 to 1.
         */
        DeviceFigure: {
            /** Fault */
            fault: number;
            /** Key */
            key: string | null;
            /** Maintenance */
            maintenance: number;
            /** Offline */
            offline: number;
            /** Online */
            online: number;
            /** Online Rate */
            online_rate: number | null;
            /** Silent */
            silent: number;
            /** Total */
            total: number;
        };
        /** DeviceFiguresOut */
        DeviceFiguresOut: {
            /** Items */
            items: components["schemas"]["DeviceFigure"][];
        };
        /**
         * DeviceOut
         * @description A device. `series` are the numbers of its metrics, for binary batches; keys only for who may write devices.
         */
        DeviceOut: {
            /** Address */
            address: string;
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /** Contract */
            contract: string;
            /** Floor */
            floor: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Installed On */
            installed_on: string | null;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Keys */
            keys: components["schemas"]["KeyIO"][];
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Maker */
            maker: string;
            /** Model */
            model: string;
            /** Name */
            name: string;
            /** Online Changed At */
            online_changed_at: string | null;
            /** Organisation Id */
            organisation_id: string | null;
            /** Photo Id */
            photo_id: string | null;
            /** Seen At */
            seen_at: string | null;
            /** Serial */
            serial: string;
            /** Series */
            series: {
                [key: string]: number;
            };
            /** State */
            state: string;
            /**
             * Status
             * @enum {string}
             */
            status: "online" | "offline" | "fault" | "maintenance" | "retired";
            /** Version */
            version: number;
        };
        /** DeviceProblemOut */
        DeviceProblemOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** DeviceStateAsk */
        DeviceStateAsk: {
            /**
             * State
             * @enum {string}
             */
            state: "in_service" | "fault" | "maintenance" | "retired";
        };
        /** DevicesOut */
        DevicesOut: {
            /** Items */
            items: components["schemas"]["DeviceOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DevicesReport
         * @description What an import did, or would do; with any problem nothing was written.
         */
        DevicesReport: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Dry Run */
            dry_run: boolean;
            /** Problems */
            problems: components["schemas"]["DeviceProblemOut"][];
            /** Rows */
            rows: number;
            /** Unchanged */
            unchanged: number;
        };
        /** DismissAsk */
        DismissAsk: {
            /** Reason */
            reason: string;
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
         * DraftOut
         * @description A secret for a phone: the address is drawn as a QR code by the page itself.
         */
        DraftOut: {
            /** Address */
            address: string;
            /** Secret */
            secret: string;
        };
        /**
         * DueDevice
         * @description A device to be inspected; `due_on` by its plan or class after the last inspection, its installation or entry.
         */
        DueDevice: {
            /** Address */
            address: string;
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Every Days */
            every_days: number;
            /** Floor */
            floor: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Inspected At */
            inspected_at: string | null;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Name */
            name: string;
            /** Organisation Id */
            organisation_id: string | null;
            /** State */
            state: string;
        };
        /** DueOut */
        DueOut: {
            /** Items */
            items: components["schemas"]["DueDevice"][];
            /** Next */
            next: string | null;
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
            faults: components["schemas"]["yiwang__matters__routes__common__FaultOut"][];
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
        /**
         * EffectOut
         * @description What the proposed bound would have done with the alarms that were judged.
         */
        EffectOut: {
            /** Bound */
            bound: number;
            /** Kept False */
            kept_false: number;
            /** Kept True */
            kept_true: number;
            /** Lost True */
            lost_true: number;
            /** Precision */
            precision: number | null;
            /** Removed False */
            removed_false: number;
        };
        /**
         * EndIn
         * @description From when on a row no longer holds; now when left out.
         */
        EndIn: {
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * EnrolledOut
         * @description Signed in with a factor just enrolled; the recovery codes are shown this once.
         */
        EnrolledOut: {
            /** Recovery Codes */
            recovery_codes: string[];
            session: components["schemas"]["SessionOut"];
        };
        /**
         * EnterAsk
         * @description Who one wants to be.
         */
        EnterAsk: {
            /** Username */
            username: string;
        };
        /**
         * ErasureAsk
         * @description A person by id or by telephone number, and why; `kind` is reporter.
         */
        ErasureAsk: {
            /**
             * Kind
             * @default reporter
             */
            kind?: string;
            /** Person */
            person?: string | null;
            /** Phone */
            phone?: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * ErasureOut
         * @description What was asked and decided; it names nobody.
         */
        ErasureOut: {
            /** Answer */
            answer: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Asked By Name */
            asked_by_name: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decided By Name */
            decided_by_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Person
             * Format: uuid
             */
            person: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
        };
        /** Erasures */
        Erasures: {
            /** Items */
            items: components["schemas"]["ErasureOut"][];
            /** Next */
            next: string | null;
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
         * EventDevice
         * @description An alarm of an event, with its device.
         */
        EventDevice: {
            /** Address */
            address: string;
            /**
             * Alarm Id
             * Format: uuid
             */
            alarm_id: string;
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Name */
            name: string;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Resolved At */
            resolved_at: string | null;
            /** Severity */
            severity: string;
            /** Verdict */
            verdict: ("true" | "false" | "test" | "fault") | null;
        };
        /** EventDevices */
        EventDevices: {
            /** Items */
            items: components["schemas"]["EventDevice"][];
            /** Next */
            next: string | null;
        };
        /**
         * EventMoveAsk
         * @description Where an event really is; `text` other words for the place (left out: as they are). The reason is kept.
         */
        EventMoveAsk: {
            /**
             * Datum
             * @default CGCS2000
             */
            datum?: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Reason */
            reason: string;
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
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
        /** EventVerdictAsk */
        EventVerdictAsk: {
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "true" | "false" | "test" | "fault";
        };
        /**
         * ExpediteAsk
         * @description `prompt` 提示 or `supervise` 督办; without a due time it is the case's own.
         */
        ExpediteAsk: {
            /** Due At */
            due_at?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "prompt" | "supervise";
            /** Text */
            text: string;
        };
        /**
         * ExportAsk
         * @description `columns` left out: all that are not personal. `reason` is needed as soon as one is.
         */
        ExportAsk: {
            /** Columns */
            columns?: string[] | null;
            /** Data Set */
            data_set: string;
            /** Filters */
            filters?: {
                [key: string]: unknown;
            };
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * ExportColumnOut
         * @description A column; with a `level` its rows are given only after an approval.
         */
        ExportColumnOut: {
            /** Code */
            code: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Level */
            level: number | null;
            /** Personal */
            personal: string | null;
        };
        /**
         * ExportOut
         * @description An export: who asked for what and why, who decided, until when it may be fetched.
         */
        ExportOut: {
            /** Answer */
            answer: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Asked By Name */
            asked_by_name: string;
            /** Bytes */
            bytes: number | null;
            /** Columns */
            columns: string[];
            /** Data Set */
            data_set: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decided By Name */
            decided_by_name: string | null;
            /** Expires */
            expires: string | null;
            /** Fetches */
            fetches: number;
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Format */
            format: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Made At */
            made_at: string | null;
            /** Number */
            number: string;
            /** Personal */
            personal: string[];
            /** Reason */
            reason: string;
            /** Rows */
            rows: number | null;
            /** State */
            state: string;
        };
        /** Exports */
        Exports: {
            /** Items */
            items: components["schemas"]["ExportOut"][];
            /** Next */
            next: string | null;
        };
        /** ExtendAsk */
        ExtendAsk: {
            /** Reason */
            reason: string;
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
        /**
         * FederationAnswer
         * @description What became of a message. `refused` is an answer, too: it says why, and is not sent again.
         */
        FederationAnswer: {
            /** Case Id */
            case_id?: string | null;
            /** Code */
            code?: string | null;
            /** Detail */
            detail?: string | null;
            /** Number */
            number?: string | null;
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
        };
        /**
         * FederationIdentity
         * @description What a partner needs of us; keys in base64.
         */
        FederationIdentity: {
            /** Platform */
            platform: string;
            /** Seal Public */
            seal_public: string;
            /** Sign Public */
            sign_public: string;
        };
        /** FederationLetter */
        FederationLetter: {
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /** Answered */
            answered: string | null;
            /** Kind */
            kind: string;
            /** Peer */
            peer: string;
            /**
             * Queued
             * Format: date-time
             */
            queued: string;
            /** Seq */
            seq: number;
            /** State */
            state: string;
        };
        /**
         * FederationMessage
         * @description A message of another platform: `sealed` for our key and signed by theirs, both in base64.
         */
        FederationMessage: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Platform */
            platform: string;
            /** Sealed */
            sealed: string;
            /** Seq */
            seq: number;
            /** Signature */
            signature: string;
        };
        /** FederationPeer */
        FederationPeer: {
            /** Failures */
            failures: number;
            /** Has Key */
            has_key: boolean;
            /** Jurisdictions */
            jurisdictions: string[];
            /** Last Error */
            last_error: string | null;
            /** Last Heard */
            last_heard: string | null;
            /** Last Sent */
            last_sent: string | null;
            /** Name */
            name: string;
            /** Personal */
            personal: string;
            /** Received */
            received: number;
            /** Refused */
            refused: number;
            /** Relation */
            relation: string;
            /** Sent */
            sent: number;
            /** Shares */
            shares: string[];
            /** State */
            state: string;
            /** Title */
            title: string;
            /** Unit Id */
            unit_id: string | null;
            /** Url */
            url: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * FederationPeerAsk
         * @description A declaration of another platform. `api_key` is the key they gave us; left out it stays as it was.
         */
        FederationPeerAsk: {
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
            /**
             * Relation
             * @enum {string}
             */
            relation: "upper" | "lower";
            /** Seal Public */
            seal_public: string;
            /**
             * Shares
             * @default [
             *       "photos",
             *       "notes",
             *       "warnings",
             *       "signs"
             *     ]
             */
            shares?: ("photos" | "notes" | "warnings" | "signs")[];
            /** Sign Public */
            sign_public: string;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state?: "active" | "paused";
            /** Title */
            title: string;
            /** Unit Id */
            unit_id?: string | null;
            /** Url */
            url: string;
        };
        /** FederationPeers */
        FederationPeers: {
            /** Items */
            items: components["schemas"]["FederationPeer"][];
        };
        /**
         * FederationShare
         * @description A case's life on another platform.
         */
        FederationShare: {
            /** Owner */
            owner: string;
            /** Platform */
            platform: string;
            /** Remote Id */
            remote_id: string | null;
            /** Remote Number */
            remote_number: string | null;
            /** Turn */
            turn: number;
        };
        /**
         * FederationSign
         * @description A value of a sign as another platform told it; `origin` is the platform that computed it.
         */
        FederationSign: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /** Jurisdiction */
            jurisdiction: string;
            /** Level */
            level: string;
            /** N */
            n: number | null;
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Peer */
            peer: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
            /** Version */
            version: number;
        };
        /** FederationSigns */
        FederationSigns: {
            /** Items */
            items: components["schemas"]["FederationSign"][];
        };
        /**
         * Fence
         * @description Second stage: positions of a class judged against a map feature; the derived value is 1 on the wrong side.
         */
        Fence: {
            /** Code */
            code: string;
            /** Device Class */
            device_class: string;
            /**
             * Feature
             * Format: uuid
             */
            feature: string;
            /** Metric */
            metric: string;
            /**
             * Side
             * @enum {string}
             */
            side: "inside" | "outside";
        };
        /**
         * FenceAsk
         * @description Corners (longitude, latitude in degrees CGCS2000) around the place whose `side` is the wrong one.
         */
        FenceAsk: {
            /** Code */
            code: string;
            /** Device Class */
            device_class: string;
            /** Metric */
            metric: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Ring */
            ring: [
                number,
                number
            ][];
            /**
             * Side
             * @enum {string}
             */
            side: "inside" | "outside";
        };
        /**
         * FenceOut
         * @description A fence in force; `outline` is GeoJSON, null where its feature is gone and it judges nothing.
         */
        FenceOut: {
            /** Code */
            code: string;
            /** Device Class */
            device_class: string;
            /**
             * Feature
             * Format: uuid
             */
            feature: string;
            /** Metric */
            metric: string;
            /** Outline */
            outline: {
                [key: string]: unknown;
            } | null;
            /**
             * Side
             * @enum {string}
             */
            side: "inside" | "outside";
        };
        /** FencesOut */
        FencesOut: {
            /** Items */
            items: components["schemas"]["FenceOut"][];
        };
        /**
         * Figures
         * @description Counts and the four rates; a rate is null where there is nothing to divide by.
         */
        Figures: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Rates */
            rates: {
                [key: string]: number | null;
            };
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
         * FillOut
         * @description What a backfill did, or would do; up to 1,000 of the `wrong` rows are named.
         */
        FillOut: {
            /** Devices */
            devices: number;
            /** First */
            first: string | null;
            /** Last */
            last: string | null;
            /** Problems */
            problems: components["schemas"]["FillProblemOut"][];
            /** Readings */
            readings: number;
            /** Rows */
            rows: number;
            /** Written */
            written: boolean;
            /** Wrong */
            wrong: number;
        };
        /** FillProblemOut */
        FillProblemOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /**
         * ForecastOut
         * @description `points` are empty where there is too little history or the baseline is better.
         */
        ForecastOut: {
            /** Code */
            code: string;
            /** Error */
            error: number | null;
            /** Made At */
            made_at: string | null;
            /** Naive Error */
            naive_error: number | null;
            /** Points */
            points: components["schemas"]["ForecastPointOut"][];
            /** Red At */
            red_at: string | null;
            /** Shown */
            shown: boolean;
            /** Starts */
            starts: number;
        };
        /** ForecastPointOut */
        ForecastPointOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Expected */
            expected: number;
            /** High */
            high: number;
            /** Low */
            low: number;
        };
        /** ForecastRow */
        ForecastRow: {
            /** Code */
            code: string;
            /** Error */
            error: number | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Naive Error */
            naive_error: number | null;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Red At */
            red_at: string | null;
            /** Shown */
            shown: boolean;
            /** Starts */
            starts: number;
            /** Unit */
            unit: string;
        };
        /** ForecastsOut */
        ForecastsOut: {
            /** Items */
            items: components["schemas"]["ForecastRow"][];
        };
        /**
         * ForeseeAsk
         * @description Words as they are being typed.
         */
        ForeseeAsk: {
            /** Text */
            text: string;
        };
        /**
         * ForeseenDoor
         * @description Who answers for it where it is not us.
         */
        ForeseenDoor: {
            /** Code */
            code: string;
            /** Hotline */
            hotline: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
        };
        /** ForeseenMatter */
        ForeseenMatter: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * ForeseenOut
         * @description What words lead to.
         */
        ForeseenOut: {
            /** Hints */
            hints: components["schemas"]["HintOut"][];
            /** Matters */
            matters: components["schemas"]["ForeseenMatter"][];
            next_door: components["schemas"]["ForeseenDoor"] | null;
        };
        /** FoundOut */
        FoundOut: {
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
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
        /**
         * GroupOut
         * @description What one room found, best first; `next` asks for the page after, with `kinds` of this one alone.
         */
        GroupOut: {
            /** Hits */
            hits: components["schemas"]["HitOut"][];
            /** Kinds */
            kinds: string;
            /** Next */
            next: string | null;
        };
        /**
         * HalfOut
         * @description One factor was right. Next is to `prove` a second in one of these ways, or to `enrol` one.
         */
        HalfOut: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Name */
            name: string;
            /** Obstacle */
            obstacle: string | null;
            /** Return To */
            return_to: string | null;
            /** Step */
            step: string;
            /** Username */
            username: string;
            /** Ways */
            ways: string[];
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
        /** HandleAsk */
        HandleAsk: {
            /** Photos */
            photos?: string[];
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /** HandoverAsk */
        HandoverAsk: {
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
        };
        /** HandoverItemOut */
        HandoverItemOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "log" | "order";
            /**
             * Object Id
             * Format: uuid
             */
            object_id: string;
            /** Text */
            text: string;
        };
        /** HandoverOut */
        HandoverOut: {
            /** Ended At */
            ended_at: string | null;
            /** From Name */
            from_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Items
             * @default []
             */
            items?: components["schemas"]["HandoverItemOut"][];
            /** Next Steps */
            next_steps: string[];
            /** Note */
            note: string;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * State
             * @enum {string}
             */
            state: "offered" | "taken" | "withdrawn";
            /** To Name */
            to_name: string | null;
        };
        /** HandoversOut */
        HandoversOut: {
            /** Items */
            items: components["schemas"]["HandoverOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * HintOut
         * @description Call this first.
         */
        HintOut: {
            /** Call */
            call: string;
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * HistoryBatchOut
         * @description How far a batch is: `done` rows have been brought in or were `known` before; `wrong` are in the report.
         */
        HistoryBatchOut: {
            /** Backdate */
            backdate: boolean;
            /** Datum */
            datum: string;
            /** Done */
            done: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Imported */
            imported: number;
            /** Known */
            known: number;
            /** Parts */
            parts: number;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Rows */
            rows: number;
            /** Skip Wrong */
            skip_wrong: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "checked" | "committing" | "committed";
            /** System */
            system: string;
            /** Wrong */
            wrong: number;
        };
        /** HistoryBatchesOut */
        HistoryBatchesOut: {
            /** Items */
            items: components["schemas"]["HistoryBatchOut"][];
        };
        /** HistoryComplaintOut */
        HistoryComplaintOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** HistoryComplaintsOut */
        HistoryComplaintsOut: {
            /** Items */
            items: components["schemas"]["HistoryComplaintOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * HitOut
         * @description An object found. `marks` are [start, end) offsets in characters, by the name of the text they stand in.
         */
        HitOut: {
            /** At */
            at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Link */
            link: string;
            /** Marks */
            marks: {
                [key: string]: [
                    number,
                    number
                ][];
            };
            /** More */
            more: {
                [key: string]: unknown;
            };
            /** Score */
            score: number;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * HoldingOut
         * @description A role held now, or from `since` on.
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
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Until */
            until: string | null;
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
        /**
         * IdentityOut
         * @description Somebody one can be: an account, its role, what one sees as it, and the face to begin at.
         */
        IdentityOut: {
            /** Face */
            face: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /** IdsOut */
        IdsOut: {
            /** Ids */
            ids: {
                [key: string]: string;
            };
        };
        /**
         * ImportAsk
         * @description Declarations as TOML or as rows; a dry run writes nothing.
         */
        ImportAsk: {
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
        /**
         * ImportDetail
         * @description `faults` are the first hundred refused rows, counted from 1 below the header; the report has all.
         */
        ImportDetail: {
            /** Done */
            done: number;
            /** Dry Run */
            dry_run: boolean;
            /** Ended At */
            ended_at: string | null;
            /** Failure */
            failure: string | null;
            /** Faults */
            faults: components["schemas"]["RowFault"][];
            /** File Name */
            file_name: string;
            /** Form */
            form: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Known */
            known: number;
            /** Made */
            made: number;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Refused */
            refused: number;
            /** Rows */
            rows: number;
            /** State */
            state: string;
            /** Updated */
            updated: number;
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
        /** Imports */
        Imports: {
            /** Items */
            items: components["schemas"]["yiwang__cases__hotline__shapes__ImportOut"][];
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
         * InhibitionOut
         * @description An inhibition in force.
         */
        InhibitionOut: {
            /** Code */
            code: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Same
             * @default device
             * @enum {string}
             */
            same?: "device" | "jurisdiction" | "anywhere";
            source: components["schemas"]["_Side"];
            target: components["schemas"]["_Side"];
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /** InhibitionsOut */
        InhibitionsOut: {
            /** Items */
            items: components["schemas"]["InhibitionOut"][];
        };
        /**
         * InspectionAsk
         * @description What was found; `readings` are what the inspector read off, by metric.
         */
        InspectionAsk: {
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "in_order" | "repaired" | "fault" | "missing";
            /**
             * Photos
             * @default []
             */
            photos?: string[];
            /**
             * Readings
             * @default {}
             */
            readings?: {
                [key: string]: number;
            };
        };
        /** InspectionMade */
        InspectionMade: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** InspectionOut */
        InspectionOut: {
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
            /**
             * Inspected By
             * Format: uuid
             */
            inspected_by: string;
            /** Note */
            note: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "in_order" | "repaired" | "fault" | "missing";
            /** Photos */
            photos: string[];
            /** Readings */
            readings: {
                [key: string]: number;
            };
        };
        /** InspectionsOut */
        InspectionsOut: {
            /** Items */
            items: components["schemas"]["InspectionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * InstructionAsk
         * @description `to` is a unit, a post or a person of `unit`, as `to_kind` says.
         */
        InstructionAsk: {
            /**
             * Drill
             * @default false
             */
            drill?: boolean;
            /** Due At */
            due_at?: string | null;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * To
             * Format: uuid
             */
            to: string;
            /**
             * To Kind
             * @enum {string}
             */
            to_kind: "unit" | "post" | "person";
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
            /**
             * Urgent
             * @default false
             */
            urgent?: boolean;
        };
        /** InstructionCancelAsk */
        InstructionCancelAsk: {
            /** Reason */
            reason: string;
        };
        /** InstructionFeedbackAsk */
        InstructionFeedbackAsk: {
            /** Feedback */
            feedback: string;
        };
        /** InstructionOut */
        InstructionOut: {
            /** Case Id */
            case_id: string | null;
            /** Done At */
            done_at: string | null;
            /** Drill */
            drill: boolean;
            /** Due At */
            due_at: string | null;
            /** Feedback */
            feedback: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Given Name */
            given_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "order" | "prompt" | "supervise";
            /**
             * Next Steps
             * @default []
             */
            next_steps?: string[];
            /** Number */
            number: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Receipt Due At
             * Format: date-time
             */
            receipt_due_at: string;
            /** Received At */
            received_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "given" | "received" | "done" | "cancelled";
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * To Id
             * Format: uuid
             */
            to_id: string;
            /**
             * To Kind
             * @enum {string}
             */
            to_kind: "unit" | "post" | "person";
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /** InstructionsOut */
        InstructionsOut: {
            /** Items */
            items: components["schemas"]["InstructionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * JoinAsk
         * @description Somebody else saw the same.
         */
        JoinAsk: {
            /** Idempotency Key */
            idempotency_key?: string | null;
            /** Photos */
            photos?: string[];
            reporter?: components["schemas"]["ReporterAsk"] | null;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Website
             * @default
             */
            website?: string;
        };
        /** JudgedOut */
        JudgedOut: {
            /** Changed */
            changed: number;
        };
        /**
         * JudgementOut
         * @description `state` is the event's now; `alarms` have the verdict anew; `upkeep` is the event of the device's repair.
         */
        JudgementOut: {
            /** Alarms */
            alarms: number;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** State */
            state: string;
            /** Upkeep */
            upkeep: string | null;
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
        /** KeyIO */
        KeyIO: {
            /** External Id */
            external_id: string;
            /** Protocol */
            protocol: string;
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
        /** KindOut */
        KindOut: {
            /** Code */
            code: string;
            /** Days */
            days: number;
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * LabelAsk
         * @description Another name.
         */
        LabelAsk: {
            /** Label */
            label: string;
        };
        /**
         * LatestOut
         * @description Columns of one length: `device` and `metric` are places in `devices` and `metrics`; `time` in ms since 1970.
         */
        LatestOut: {
            /** Device */
            device: number[];
            /** Devices */
            devices: string[];
            /** Metric */
            metric: number[];
            /** Metrics */
            metrics: string[];
            /** Quality */
            quality: number[];
            /** Time */
            time: number[];
            /** Value */
            value: number[];
        };
        /**
         * LayerOut
         * @description `windowed`: the address takes west, south, east, north and zoom. `refresh` is seconds, 0 never.
         */
        LayerOut: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "areas" | "points" | "counts";
            /** Min Zoom */
            min_zoom: number;
            /** On */
            on: boolean;
            /** Refresh */
            refresh: number;
            style: components["schemas"]["StyleOut"];
            /** Url */
            url: string;
            /** Windowed */
            windowed: boolean;
            /** Zh */
            zh: string;
        };
        /** LayersOut */
        LayersOut: {
            basemap: components["schemas"]["BasemapOut"] | null;
            /** Items */
            items: components["schemas"]["LayerOut"][];
        };
        /**
         * LetterOut
         * @description A letter to be sorted by hand, and why; `sender` is masked.
         */
        LetterOut: {
            /**
             * Accepted At
             * Format: date-time
             */
            accepted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Pictures */
            pictures: number;
            /** Place */
            place: string;
            /** Sender */
            sender: string;
            /** Size */
            size: number;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** Why */
            why: string | null;
        };
        /** Letters */
        Letters: {
            /** Items */
            items: components["schemas"]["LetterOut"][];
        };
        /**
         * LimitAsk
         * @description Calls a second and at once, in each process; `per_second` null gives the usual limit back.
         */
        LimitAsk: {
            /** Burst */
            burst?: number | null;
            /** Per Second */
            per_second: number | null;
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
         * LinkAsk
         * @description A subject at a provider, or a claim by which the first who shows it is bound.
         */
        LinkAsk: {
            /** Claim */
            claim?: ("username" | "email") | null;
            /** Provider */
            provider: string;
            /** Subject */
            subject?: string | null;
            /** Value */
            value?: string | null;
        };
        /**
         * LinkOut
         * @description Who an account is elsewhere.
         */
        LinkOut: {
            /** Bound */
            bound: string | null;
            /** Claim */
            claim: string | null;
            /** Expected */
            expected: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Issuer */
            issuer: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Last Used */
            last_used: string | null;
            /** Provider */
            provider: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Subject */
            subject: string | null;
        };
        /** Links */
        Links: {
            /** Items */
            items: components["schemas"]["LinkOut"][];
        };
        /** LogEntriesOut */
        LogEntriesOut: {
            /** Items */
            items: components["schemas"]["LogEntryOut"][];
            /** Next */
            next: string | null;
        };
        /** LogEntryAsk */
        LogEntryAsk: {
            /** At */
            at?: string | null;
            /** Caller */
            caller?: string | null;
            /** Case */
            case?: string | null;
            /** Corrects */
            corrects?: string | null;
            /**
             * Forwarded
             * @default
             */
            forwarded?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "call" | "incident" | "instruction" | "report" | "inspection" | "other";
            /**
             * Pending
             * @default false
             */
            pending?: boolean;
            /** Phone */
            phone?: string | null;
            /** Text */
            text: string;
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
        };
        /**
         * LogEntryOut
         * @description `named` says that a caller is on file; see POST …/caller.
         */
        LogEntryOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Case Id */
            case_id: string | null;
            /** Corrects */
            corrects: string | null;
            /** Forwarded */
            forwarded: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "call" | "incident" | "instruction" | "report" | "inspection" | "other";
            /** Named */
            named: boolean;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Pending */
            pending: boolean;
            /** Settled At */
            settled_at: string | null;
            /** Text */
            text: string;
        };
        /**
         * LookOut
         * @description One look at a person: who, when, by doing what, with which reason.
         */
        LookOut: {
            /** Action */
            action: string;
            /** Action En */
            action_en: string;
            /** Action Zh */
            action_zh: string;
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
            /** Field */
            field: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Object Id */
            object_id: string | null;
            /** Object Type */
            object_type: string;
            /** Reason */
            reason: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
        };
        /** Looks */
        Looks: {
            /** Items */
            items: components["schemas"]["LookOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * LookupAsk
         * @description A report's number and the last four digits of the telephone number it was made with.
         */
        LookupAsk: {
            /** Digits */
            digits: string;
            /** Number */
            number: string;
        };
        /**
         * MachineOut
         * @description What an officer judges by. `evidence` is the span of `GET /api/devices/{device_id}/chart`.
         */
        MachineOut: {
            /** Alarms */
            alarms: number;
            /** Class Code */
            class_code: string;
            /** Condition */
            condition: string;
            /** Device Id */
            device_id: string | null;
            device_precision: components["schemas"]["PrecisionOut"] | null;
            /** Devices */
            devices: number;
            /** Due At */
            due_at: string | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            };
            /** Judged At */
            judged_at: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "alarm" | "storm";
            /** Level */
            level: number;
            /** Neighbours */
            neighbours: components["schemas"]["Neighbour"][];
            /** Proven */
            proven: boolean;
            /** Recovered At */
            recovered_at: string | null;
            /** Rule */
            rule: string;
            rule_precision: components["schemas"]["PrecisionOut"];
            /** Severity */
            severity: string;
            /** Standing */
            standing: number;
            /** Upkeep */
            upkeep: boolean;
            /** Verdict */
            verdict: ("true" | "false" | "test" | "fault") | null;
        };
        /** Made */
        Made: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** MadeIdOut */
        MadeIdOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** MappingOut */
        MappingOut: {
            /** Columns */
            columns: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** System */
            system: string;
            /** Title */
            title: string;
        };
        /** Mappings */
        Mappings: {
            /** Items */
            items: components["schemas"]["MappingOut"][];
        };
        /** MaskedOut */
        MaskedOut: {
            /** Masked */
            masked: string;
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
            limit: components["schemas"]["yiwang__matters__routes__catalogue__LimitOut"];
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
        /**
         * Member
         * @description A condition of a rule whose alarm counts in a combination.
         */
        Member: {
            /** Condition */
            condition: string;
            /** Rule */
            rule: string;
        };
        /** MergeAsk */
        MergeAsk: {
            /**
             * Into
             * Format: uuid
             */
            into: string;
        };
        /**
         * Metric
         * @description One thing that is measured. `normal_low` to `normal_high` is what an undisturbed device says, in `unit`.
         */
        Metric: {
            /**
             * Choices
             * @default []
             */
            choices?: string[];
            /** Code */
            code: string;
            /**
             * Kind
             * @default number
             * @enum {string}
             */
            kind?: "number" | "flag" | "choice" | "bits" | "longitude" | "latitude";
            /** Name */
            name: string;
            /**
             * Name En
             * @default
             */
            name_en?: string;
            /** Normal High */
            normal_high?: number | null;
            /** Normal Low */
            normal_low?: number | null;
            /**
             * Normal Note
             * @default
             */
            normal_note?: string;
            /**
             * Unit
             * @default
             */
            unit?: string;
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
        /** NearBy */
        NearBy: {
            /** Items */
            items: components["schemas"]["NearOut"][];
        };
        /**
         * NearOut
         * @description An open report near by; the point is rounded, and nobody's words are told.
         */
        NearOut: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Matter */
            matter: string;
            /** Metres */
            metres: number;
            /** Number */
            number: string;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /** Reports */
            reports: number;
        };
        /**
         * NearbyOut
         * @description Another open case, `metres` away; `alike`: of the same matter, so perhaps the same thing.
         */
        NearbyOut: {
            /** Alike */
            alike: boolean;
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
            /** Metres */
            metres: number;
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
        /** NearbysOut */
        NearbysOut: {
            /** Items */
            items: components["schemas"]["NearbyOut"][];
        };
        /** NeedShape */
        NeedShape: {
            /** Field */
            field: string;
            /** Required */
            required: boolean;
        };
        /**
         * Neighbour
         * @description A device nearby with another alarm standing.
         */
        Neighbour: {
            /**
             * Alarm Id
             * Format: uuid
             */
            alarm_id: string;
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Metres */
            metres: number;
            /** Name */
            name: string;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Rule */
            rule: string;
            /** Severity */
            severity: string;
        };
        /**
         * NewCredentialAsk
         * @description A passkey just made, and what its owner calls it.
         */
        NewCredentialAsk: {
            /** Credential */
            credential: {
                [key: string]: unknown;
            };
            /** Label */
            label: string;
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
         * NewProviderAsk
         * @description A provider to be set up, with the code that stands in its addresses.
         */
        NewProviderAsk: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "oidc" | "wecom";
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /**
             * Open
             * @default true
             */
            open?: boolean;
            /** Secret */
            secret?: string | null;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
            /**
             * Two Factors
             * @default false
             */
            two_factors?: boolean;
        };
        /**
         * NewScreenOut
         * @description The code to type at the display: the only time it is shown.
         */
        NewScreenOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * NewSecretOut
         * @description A secret just made: the only time it is shown.
         */
        NewSecretOut: {
            /** Channel */
            channel: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Made
             * Format: date-time
             */
            made: string;
            /** Secret */
            secret: string;
        };
        /**
         * NextDoorOut
         * @description Who answers instead.
         */
        NextDoorOut: {
            /** Code */
            code: string;
            /** Hotline */
            hotline: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
        };
        /** NoisyDevice */
        NoisyDevice: {
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /** Expected */
            expected: number;
            /** Readings */
            readings: number;
        };
        /** NoisyOut */
        NoisyOut: {
            /** Items */
            items: components["schemas"]["NoisyDevice"][];
        };
        /** NoteAsk */
        NoteAsk: {
            /** Text */
            text: string;
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
         * NumberAsk
         * @description A telephone number, whole; it travels in the body, so that no log of addresses keeps it.
         */
        NumberAsk: {
            /**
             * Limit
             * @default 50
             */
            limit?: number;
            /** Phone */
            phone: string;
        };
        /**
         * OldAlarmProblem
         * @description What is wrong with a row, counted from 1.
         */
        OldAlarmProblem: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /**
         * OldAlarmRow
         * @description An alarm of former times; `device` is its code. `judged_at` is `resolved_at` unless given.
         */
        OldAlarmRow: {
            /** Condition */
            condition: string;
            /** Device */
            device: string;
            /** Judged At */
            judged_at?: string | null;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /**
             * Resolved At
             * Format: date-time
             */
            resolved_at: string;
            /** Rule */
            rule: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "red" | "orange" | "yellow" | "blue";
            /** Value */
            value?: number | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "true" | "false" | "test" | "fault";
        };
        /** OldAlarmsAsk */
        OldAlarmsAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["OldAlarmRow"][];
        };
        /**
         * OldAlarmsReport
         * @description How many rows came in anew; with any problem none did.
         */
        OldAlarmsReport: {
            /** Added */
            added: number;
            /** Problems */
            problems: components["schemas"]["OldAlarmProblem"][];
            /** Rows */
            rows: number;
        };
        /**
         * OldAttendanceAsk
         * @description A shift that is over: `unit`, `post` and `staff` are codes; without `in_at` nobody came.
         */
        OldAttendanceAsk: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /** Id */
            id: string;
            /** In At */
            in_at?: string | null;
            /** Out At */
            out_at?: string | null;
            /** Post */
            post: string;
            /** Staff */
            staff: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /** Unit */
            unit: string;
        };
        /** OldAttendancesAsk */
        OldAttendancesAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows: components["schemas"]["OldAttendanceAsk"][];
            /** System */
            system: string;
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
        /**
         * OpenAsk
         * @description The code, with or without its hyphen.
         */
        OpenAsk: {
            /** Code */
            code: string;
        };
        /**
         * OpenedOut
         * @description The display's key, for `Authorization: Bearer`; told this once.
         */
        OpenedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * OptionsOut
         * @description What `navigator.credentials` is to be asked with, as JSON (WebAuthn level 3 §5.1.8, §5.1.9).
         */
        OptionsOut: {
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * OrderAnswer
         * @description What became of an order that was sent in: `outcome` is made, known, updated or again.
         */
        OrderAnswer: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Contact Due At
             * Format: date-time
             */
            contact_due_at: string;
            /** Deadline */
            deadline: {
                [key: string]: unknown;
            };
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Merged */
            merged: boolean;
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /**
             * Report Id
             * Format: uuid
             */
            report_id: string;
            /**
             * Return Due At
             * Format: date-time
             */
            return_due_at: string;
        };
        /**
         * OrderAsk
         * @description An order of the hotline. `kind` is a code or a Chinese name; `due_at` left out follows from it.
         */
        OrderAsk: {
            /**
             * Again
             * @default false
             */
            again?: boolean;
            /**
             * Callback Wanted
             * @default true
             */
            callback_wanted?: boolean;
            called?: components["schemas"]["CalledAsk"] | null;
            /** Due At */
            due_at?: string | null;
            /** Kind */
            kind: string;
            /** Matter */
            matter?: string | null;
            /** Number */
            number: string;
            place: components["schemas"]["yiwang__events__shapes__PlaceAsk"];
            /** Received At */
            received_at?: string | null;
            reporter?: components["schemas"]["ReporterAsk"] | null;
            /**
             * Sent From
             * @default city
             */
            sent_from?: string;
            /**
             * System
             * @default 12345
             */
            system?: string;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Title
             * @default
             */
            title?: string;
            /** Urgent */
            urgent?: boolean | null;
        };
        /**
         * OrderDetail
         * @description All of one order: what was asked, every try to reach the caller, every return, the answer.
         */
        OrderDetail: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Callback Wanted */
            callback_wanted: boolean;
            /** Called Back At */
            called_back_at: string | null;
            /** Called Contacted */
            called_contacted: boolean | null;
            /** Called Resolution */
            called_resolution: string | null;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Number */
            case_number: string;
            /** Case State */
            case_state: string;
            /** Contact */
            contact: string;
            /**
             * Contact Due At
             * Format: date-time
             */
            contact_due_at: string;
            /** Contact On Time */
            contact_on_time: boolean | null;
            /** Contacted At */
            contacted_at: string | null;
            /** Contacts */
            contacts: number;
            /** Contacts List */
            contacts_list: components["schemas"]["yiwang__cases__hotline__shapes__ContactOut"][];
            /** Deadline */
            deadline: {
                [key: string]: unknown;
            };
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Extended At */
            extended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Level */
            level: string;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Resolution */
            resolution: string | null;
            /**
             * Return Due At
             * Format: date-time
             */
            return_due_at: string;
            /** Returns */
            returns: number;
            /** Returns List */
            returns_list: components["schemas"]["ReturnOut"][];
            /** Satisfaction */
            satisfaction: string | null;
            /** Sendings */
            sendings: number;
            /** Sent From */
            sent_from: string;
            /** State */
            state: string;
            /** System */
            system: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * OrderOut
         * @description An order as it stands. `level` is its place among 市区街站人, `sent_from` where it came from.
         */
        OrderOut: {
            /** Answered At */
            answered_at: string | null;
            /** Callback Wanted */
            callback_wanted: boolean;
            /** Called Back At */
            called_back_at: string | null;
            /** Called Contacted */
            called_contacted: boolean | null;
            /** Called Resolution */
            called_resolution: string | null;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Number */
            case_number: string;
            /** Case State */
            case_state: string;
            /** Contact */
            contact: string;
            /**
             * Contact Due At
             * Format: date-time
             */
            contact_due_at: string;
            /** Contact On Time */
            contact_on_time: boolean | null;
            /** Contacted At */
            contacted_at: string | null;
            /** Contacts */
            contacts: number;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Extended At */
            extended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Level */
            level: string;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Resolution */
            resolution: string | null;
            /**
             * Return Due At
             * Format: date-time
             */
            return_due_at: string;
            /** Returns */
            returns: number;
            /** Satisfaction */
            satisfaction: string | null;
            /** Sendings */
            sendings: number;
            /** Sent From */
            sent_from: string;
            /** State */
            state: string;
            /** System */
            system: string;
            /** Title */
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /** OrderPage */
        OrderPage: {
            /** Items */
            items: components["schemas"]["OrderOut"][];
            /** Next */
            next: string | null;
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
        /** OutboxOut */
        OutboxOut: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Items */
            items: components["schemas"]["OutboxRowOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * OutboxRowOut
         * @description A message to a person or a webhook: to whom and how it goes, not what it says.
         */
        OutboxRowOut: {
            /** Account Id */
            account_id: string | null;
            /** Attempts */
            attempts: number;
            /** Carrier */
            carrier: string;
            /** Ended */
            ended: string | null;
            /** Error */
            error: string | null;
            /** Give Up */
            give_up: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string | null;
            /** Lane */
            lane: string;
            /** Next Try */
            next_try: string | null;
            /** Receipt */
            receipt: string | null;
            /** Receipt At */
            receipt_at: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** State */
            state: string;
            /** Urgency */
            urgency: string;
        };
        /**
         * OutcomeOut
         * @description What became of one report of several, by its place in the list (from 0).
         */
        OutcomeOut: {
            /** Index */
            index: number;
            problem?: components["schemas"]["yiwang__events__channels__shapes__ProblemOut"] | null;
            report?: components["schemas"]["ReportOut"] | null;
            /** Status */
            status: number;
        };
        /**
         * OutcomesOut
         * @description What became of each report of a list.
         */
        OutcomesOut: {
            /** Items */
            items: components["schemas"]["OutcomeOut"][];
            /** Refused */
            refused: number;
            /** Taken */
            taken: number;
        };
        /**
         * Override
         * @description Other values of one condition, or no condition at all, in a jurisdiction and all below it, or for one device.
         */
        Override: {
            /** Condition */
            condition: string;
            /** Device */
            device?: string | null;
            /** Jurisdiction */
            jurisdiction?: string | null;
            /**
             * Off
             * @default false
             */
            off?: boolean;
            /** Rule */
            rule: string;
            /** Values */
            values?: {
                [key: string]: number | boolean | string;
            };
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
         * OwnDutyOut
         * @description `signed`: the latest attendance of one's own; `shift`: the one to sign in to now; `attends` False: no staff.
         */
        OwnDutyOut: {
            /** Attends */
            attends: boolean;
            shift: components["schemas"]["ShiftNowOut"] | null;
            signed: components["schemas"]["AttendanceOut"] | null;
        };
        /**
         * OwnLinkOut
         * @description Who one is elsewhere.
         */
        OwnLinkOut: {
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Last Used */
            last_used: string | null;
            /** Provider */
            provider: string;
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
         * PasskeyOut
         * @description One of one's own passkeys.
         */
        PasskeyOut: {
            /** Host */
            host: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Last Used */
            last_used: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
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
        /**
         * PasswordLinkOut
         * @description The one-time token of a link by which the owner chooses a password: shown this once.
         */
        PasswordLinkOut: {
            /**
             * Expires
             * Format: date-time
             */
            expires: string;
            /** Token */
            token: string;
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
        /**
         * PhotoOut
         * @description The word by which a report names the photo.
         */
        PhotoOut: {
            /** Photo */
            photo: string;
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
        /** PhraseAsk */
        PhraseAsk: {
            /** Text */
            text: string;
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
            /**
             * Verb
             * @enum {string}
             */
            verb: "confirm" | "dispatch" | "redispatch" | "return" | "handle" | "check" | "close" | "void" | "refuse";
        };
        /** PhraseOut */
        PhraseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Text */
            text: string;
            /**
             * Verb
             * @enum {string}
             */
            verb: "confirm" | "dispatch" | "redispatch" | "return" | "handle" | "check" | "close" | "void" | "refuse";
        };
        /** PhrasesOut */
        PhrasesOut: {
            /** Items */
            items: components["schemas"]["PhraseOut"][];
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
         * PlaceRank
         * @description A place below with its pulse, best first.
         */
        PlaceRank: {
            /** Before */
            before: number | null;
            /** Name */
            name: string;
            /**
             * Node
             * Format: uuid
             */
            node: string;
            /** Value */
            value: number | null;
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
         * PlanIO
         * @description How often a class is inspected in a jurisdiction (none: everywhere); no days: as the class says.
         */
        PlanIO: {
            /** Class Code */
            class_code: string;
            /** Every Days */
            every_days: number | null;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
        };
        /** PlannedShiftAsk */
        PlannedShiftAsk: {
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
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
        };
        /** PlannedShiftOut */
        PlannedShiftOut: {
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
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /**
             * Staff Id
             * Format: uuid
             */
            staff_id: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
        };
        /** PlannedShiftsAsk */
        PlannedShiftsAsk: {
            /** Shifts */
            shifts: components["schemas"]["PlannedShiftAsk"][];
            /** Version */
            version?: number | null;
        };
        /** PlansOut */
        PlansOut: {
            /** Items */
            items: components["schemas"]["PlanIO"][];
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
        /** Policies */
        Policies: {
            /** Items */
            items: components["schemas"]["PolicyOut"][];
        };
        /**
         * PolicyAsk
         * @description The rule of a role: how its holders sign in, and how it may be given.
         */
        PolicyAsk: {
            /**
             * Everywhere
             * @default true
             */
            everywhere?: boolean;
            /**
             * Longest Minutes
             * @default 720
             */
            longest_minutes?: number;
            /** Most Days */
            most_days?: number | null;
            /**
             * Most Sessions
             * @default 5
             */
            most_sessions?: number;
            /** Second Factor */
            second_factor: boolean;
        };
        /**
         * PolicyOut
         * @description The rule of a role; never changed when it is the one that every role begins with.
         */
        PolicyOut: {
            /** Changed */
            changed: string | null;
            /** Everywhere */
            everywhere: boolean;
            /** Longest Minutes */
            longest_minutes: number;
            /** Most Days */
            most_days: number | null;
            /** Most Sessions */
            most_sessions: number;
            /** Role */
            role: string;
            /** Second Factor */
            second_factor: boolean;
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
        /** PostQuietAsk */
        PostQuietAsk: {
            quiet: components["schemas"]["QuietHours"] | null;
            /**
             * Zone
             * @default Asia/Shanghai
             */
            zone?: string;
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
        /**
         * PrecisionOut
         * @description Verdicts of one rule's condition, class or device. Tests count nowhere, faults against devices only.
         */
        PrecisionOut: {
            /** Counted */
            counted: number;
            /** Key */
            key: string;
            /** N False */
            n_false: number;
            /** N Fault */
            n_fault: number;
            /** N Test */
            n_test: number;
            /** N True */
            n_true: number;
            /** Precision */
            precision: number | null;
        };
        /** PrecisionsOut */
        PrecisionsOut: {
            /** Items */
            items: components["schemas"]["PrecisionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PreferencesAsk
         * @description `carriers` in the order they are tried; `digests` are when the low ones come together.
         */
        PreferencesAsk: {
            /**
             * Carriers
             * @default []
             */
            carriers?: string[];
            /**
             * Digests
             * @default []
             */
            digests?: string[];
            quiet?: components["schemas"]["QuietHours"] | null;
            /**
             * Zone
             * @default Asia/Shanghai
             */
            zone?: string;
        };
        /**
         * PreferencesOut
         * @description `known` are the carriers there are to choose from.
         */
        PreferencesOut: {
            /** Carriers */
            carriers: string[];
            /** Contacts */
            contacts: components["schemas"]["yiwang__notices__routes__preferences__ContactOut"][];
            /** Digests */
            digests: string[];
            /** Known */
            known: string[];
            quiet: components["schemas"]["QuietHours"] | null;
            /** Zone */
            zone: string;
        };
        /** ProposalAnswerAsk */
        ProposalAnswerAsk: {
            /** Answer */
            answer: string;
        };
        /**
         * ProposalOpenAsk
         * @description `text`: other words for everyone to read, where the writer's name somebody.
         */
        ProposalOpenAsk: {
            /** Text */
            text?: string | null;
        };
        /** ProposalOut */
        ProposalOut: {
            /** Answer */
            answer: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction */
            jurisdiction: string;
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "suggestion" | "need";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Settled At */
            settled_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "open" | "answered" | "declined";
            /** Text */
            text: string;
            /** Votes */
            votes: number;
        };
        /** ProposalsOut */
        ProposalsOut: {
            /** Items */
            items: components["schemas"]["ProposalOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProposeAsk
         * @description `website` stays empty: robots fill it in.
         */
        ProposeAsk: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "suggestion" | "need";
            place?: components["schemas"]["WhereAsk"] | null;
            /** Text */
            text: string;
            /**
             * Website
             * @default
             */
            website?: string;
        };
        /** ProposedDevice */
        ProposedDevice: {
            /** Class Code */
            class_code: string;
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Installed On */
            installed_on: string | null;
            /** Name */
            name: string;
        };
        /**
         * ProveAsk
         * @description One's password, or a code: one of them.
         */
        ProveAsk: {
            /** Code */
            code?: string | null;
            /** Password */
            password?: string | null;
        };
        /**
         * ProviderAsk
         * @description A provider as it is to be; without a secret the present one stays.
         */
        ProviderAsk: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "oidc" | "wecom";
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /**
             * Open
             * @default true
             */
            open?: boolean;
            /** Secret */
            secret?: string | null;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
            /**
             * Two Factors
             * @default false
             */
            two_factors?: boolean;
        };
        /**
         * ProviderOut
         * @description A provider; its secret is never shown.
         */
        ProviderOut: {
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Code */
            code: string;
            /** Has Secret */
            has_secret: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /** Open */
            open: boolean;
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
            /** Two Factors */
            two_factors: boolean;
        };
        /** Providers */
        Providers: {
            /** Items */
            items: components["schemas"]["ProviderOut"][];
        };
        /** PulseOut */
        PulseOut: {
            /** Items */
            items: components["schemas"]["ScoreOut"][];
            place: components["schemas"]["SignPlaceOut"];
        };
        /**
         * PushOut
         * @description A push in force, and the path at which its documents are taken.
         */
        PushOut: {
            /** Code */
            code: string;
            /** Keep Raw */
            keep_raw: boolean;
            /** Mapping */
            mapping: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Path */
            path: string;
            /**
             * Proof
             * @enum {string}
             */
            proof: "key" | "address" | "hmac";
            /** Protocol */
            protocol: string;
            /** Turn */
            turn: number;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /**
         * PushSecretOut
         * @description What a push proves itself by; for the proof `address` the whole path to be set at the other platform.
         */
        PushSecretOut: {
            /** Path */
            path: string;
            /** Secret */
            secret: string;
        };
        /**
         * PushesAsk
         * @description Pushes as TOML or as rows; a dry run writes nothing.
         */
        PushesAsk: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Rows */
            rows?: {
                [key: string]: unknown;
            }[] | null;
            /** Toml */
            toml?: string | null;
            /** Valid From */
            valid_from?: string | null;
        };
        /** PushesOut */
        PushesOut: {
            /** Items */
            items: components["schemas"]["PushOut"][];
        };
        /**
         * PushesReport
         * @description What the import did, or would do; with any fault nothing was written.
         */
        PushesReport: {
            /** Changed */
            changed: {
                [key: string]: string[];
            };
            /** Faults */
            faults: components["schemas"]["DeclaredFault"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /** Queue */
        Queue: {
            /** Items */
            items: components["schemas"]["EventOut"][];
        };
        /**
         * QueueCounts
         * @description How many wait under each tab; `triage` are events.
         */
        QueueCounts: {
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
        /**
         * QueuePage
         * @description Open cases, the most urgent first.
         */
        QueuePage: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /** Next */
            next: string | null;
        };
        /**
         * QuietHours
         * @description Wall-clock times of the settings' zone; they may pass midnight.
         */
        QuietHours: {
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /**
             * Starts
             * Format: time
             */
            starts: string;
        };
        /**
         * RateAsk
         * @description `satisfied`, `mostly`, `fair` or `dissatisfied`.
         */
        RateAsk: {
            /** Score */
            score: string;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /** RatingOut */
        RatingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Score */
            score: string;
            /** Text */
            text: string;
        };
        /** Ratings */
        Ratings: {
            /** Items */
            items: components["schemas"]["RatingOut"][];
        };
        /**
         * Readiness
         * @description Whether requests are answered as they should be, why not, and what an operator should look at.
         */
        Readiness: {
            /** Clock Skew Seconds */
            clock_skew_seconds: number;
            /** Faults */
            faults: string[];
            /** Ready */
            ready: boolean;
            /** Revision */
            revision: string | null;
            /** Warnings */
            warnings: string[];
            /** Worker Beat Seconds */
            worker_beat_seconds: number | null;
        };
        /** ReasonAsk */
        ReasonAsk: {
            /** Reason */
            reason?: string | null;
            /** Version */
            version?: number | null;
        };
        /** RecallAsk */
        RecallAsk: {
            /** Reason */
            reason: string;
            /** Version */
            version?: number | null;
        };
        /**
         * ReceiptOut
         * @description What the receipt told; null when nothing new.
         */
        ReceiptOut: {
            /** Noted */
            noted: string | null;
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
         * RefusalOut
         * @description What the reporters are told.
         */
        RefusalOut: {
            /** Next Door */
            next_door: string;
            /** Reason */
            reason: string;
            /** Text */
            text: string;
        };
        /** RefusedPage */
        RefusedPage: {
            /** Items */
            items: components["schemas"]["yiwang__events__channels__routes__refused__RefusedOut"][];
            /** Next */
            next: string | null;
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
        /** ReportFound */
        ReportFound: {
            /** Channel */
            channel: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Event Number */
            event_number: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** State */
            state: string;
            /** Title */
            title: string;
        };
        /**
         * ReportOut
         * @description What became of a report: `number` is what its reporter follows it by.
         */
        ReportOut: {
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
         * ReportsFound
         * @description `person` is the id under which the reporter is kept; null when nothing of theirs lies in your scope.
         */
        ReportsFound: {
            /** Items */
            items: components["schemas"]["ReportFound"][];
            /** Person */
            person: string | null;
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
        /**
         * ReturnAsk
         * @description 退回市级. `next_door` names who answers for it; `ruling` is needed when it is late or the second time.
         */
        ReturnAsk: {
            /**
             * Next Door
             * @default
             */
            next_door?: string;
            /** Reason */
            reason: string;
            /** Ruling */
            ruling?: string | null;
            /** Text */
            text: string;
        };
        /** ReturnOut */
        ReturnOut: {
            actor: components["schemas"]["Named"];
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
            /** Next Door */
            next_door: string;
            /** Reason */
            reason: string;
            /** Ruling */
            ruling: string | null;
            /** Text */
            text: string;
        };
        /**
         * RevealOut
         * @description The value, this once: it is not to be kept by a browser or a proxy.
         */
        RevealOut: {
            /** Value */
            value: string;
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
        /** RosterCsvAsk */
        RosterCsvAsk: {
            /** Csv */
            csv: string;
            /** Version */
            version?: number | null;
        };
        /** RosterDraftAsk */
        RosterDraftAsk: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
        };
        /** RosterOut */
        RosterOut: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Next Steps
             * @default []
             */
            next_steps?: string[];
            /** Note */
            note: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Published At */
            published_at: string | null;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published" | "dropped";
            /** Version */
            version: number;
        };
        /** RosterProblemOut */
        RosterProblemOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Hard */
            hard: boolean;
            /** Row */
            row: number;
        };
        /** RosterProblemsOut */
        RosterProblemsOut: {
            /** Problems */
            problems: components["schemas"]["RosterProblemOut"][];
        };
        /**
         * RosterPublishAsk
         * @description `accept` publishes in spite of too little rest or too long a week; conflicts always stop it.
         */
        RosterPublishAsk: {
            /**
             * Accept
             * @default false
             */
            accept?: boolean;
            /** Version */
            version?: number | null;
        };
        /** RosterWhole */
        RosterWhole: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Next Steps
             * @default []
             */
            next_steps?: string[];
            /** Note */
            note: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Published At */
            published_at: string | null;
            /**
             * Shifts
             * @default []
             */
            shifts?: components["schemas"]["PlannedShiftOut"][];
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published" | "dropped";
            /** Version */
            version: number;
        };
        /** RostersOut */
        RostersOut: {
            /** Items */
            items: components["schemas"]["RosterOut"][];
            /** Next */
            next: string | null;
        };
        /** RowFault */
        RowFault: {
            /** Reason */
            reason: string;
            /** Row */
            row: number;
        };
        /**
         * RowFaultOut
         * @description What is wrong in which row (from 1; 0 is the whole).
         */
        RowFaultOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
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
         * Rule
         * @description What is watched of one metric of one class of devices.
         *
         *     `lateness_s`: how long a reading may be overtaken by later ones (0: each is judged as it comes; None: what its
         *     class says). `accept`: the quality bits that do not spoil a reading. The past is an exponential mean over about
         *     `memory` readings; of the seasonal one over `season_memory` readings of the same hour of the week. While one of the
         *     contexts `unless` holds at the device's place the rule raises nothing; with `only`, while one of them holds.
         */
        Rule: {
            /**
             * Accept
             * @default 0
             */
            accept?: number;
            /** Code */
            code: string;
            /** Conditions */
            conditions: components["schemas"]["Condition"][];
            /** Device Class */
            device_class: string;
            /** Lateness S */
            lateness_s?: number | null;
            /**
             * Memory
             * @default 100
             */
            memory?: number;
            /** Metric */
            metric: string;
            /**
             * Name En
             * @default
             */
            name_en?: string;
            /**
             * Name Zh
             * @default
             */
            name_zh?: string;
            /**
             * Only
             * @default []
             */
            only?: string[];
            /**
             * Season Memory
             * @default 12
             */
            season_memory?: number;
            /**
             * Unless
             * @default []
             */
            unless?: string[];
        };
        /**
         * RuleEndAsk
         * @description Which declaration ends: `kind` is the field of a rule set it stands in.
         */
        RuleEndAsk: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "schedules" | "rules" | "overrides" | "combinations" | "fences";
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * RuleSet
         * @description Everything that holds at one time. What refers to something names something that is there.
         */
        RuleSet: {
            /**
             * Combinations
             * @default []
             */
            combinations?: components["schemas"]["Combination"][];
            /**
             * Fences
             * @default []
             */
            fences?: components["schemas"]["Fence"][];
            /**
             * Overrides
             * @default []
             */
            overrides?: components["schemas"]["Override"][];
            /**
             * Rules
             * @default []
             */
            rules?: components["schemas"]["Rule"][];
            /**
             * Schedules
             * @default []
             */
            schedules?: components["schemas"]["Schedule"][];
        };
        /**
         * RuleVersion
         * @description A version of a declaration: what it says, from when until when it holds (null: open), and why it was made.
         */
        RuleVersion: {
            /** Body */
            body: {
                [key: string]: unknown;
            };
            /** Code */
            code: string;
            /** Note */
            note: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
        };
        /** RuleVersions */
        RuleVersions: {
            /** Items */
            items: components["schemas"]["RuleVersion"][];
        };
        /**
         * RulesAsk
         * @description A rule set as TOML or as an object. `replace`: what is not in it ends.
         */
        RulesAsk: {
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
            /**
             * Replace
             * @default false
             */
            replace?: boolean;
            rules?: components["schemas"]["RuleSet"] | null;
            /** Toml */
            toml?: string | null;
            /** Valid From */
            valid_from?: string | null;
        };
        /** RulesOut */
        RulesOut: {
            /** Contact Days */
            contact_days: number;
            /** Contact Tries */
            contact_tries: number;
            /** Extended Days */
            extended_days: number;
            /** Kinds */
            kinds: components["schemas"]["KindOut"][];
            /** Return Days */
            return_days: number;
            /** Source */
            source: string;
        };
        /**
         * RulesReport
         * @description What was published, or would be: "alarm_rule SMK.fire" and the like; of changed ones the fields.
         */
        RulesReport: {
            /** Changed */
            changed: {
                [key: string]: string[];
            };
            /** Ended */
            ended: string[];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /**
         * ScenarioAsks
         * @description What a scenario asks for, or was allowed.
         */
        ScenarioAsks: {
            /** Jurisdictions */
            jurisdictions: string[];
            /** Reads */
            reads: string[];
            /** Verbs */
            verbs: string[];
        };
        /**
         * ScenarioBlock
         * @description A text, figure, count, table or map; a figure is `hidden` from whoever may not see all it is made of.
         */
        ScenarioBlock: {
            /** At */
            at?: string | null;
            /** Block */
            block: string;
            /** Columns */
            columns?: components["schemas"]["ScenarioColumn"][] | null;
            /** En */
            en: string;
            /**
             * Hidden
             * @default false
             */
            hidden?: boolean;
            layer?: components["schemas"]["ScenarioLayer"] | null;
            /** Rows */
            rows?: {
                [key: string]: unknown;
            }[] | null;
            /** Unit */
            unit?: string | null;
            /** Value */
            value?: number | null;
            /** Zh */
            zh: string;
        };
        /** ScenarioColumn */
        ScenarioColumn: {
            /** En */
            en: string;
            /** Field */
            field: string;
            /** Zh */
            zh: string;
        };
        /**
         * ScenarioFailure
         * @description Why a scenario is stopped or refused; `trace` is for administrators.
         */
        ScenarioFailure: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: string;
            /** Kind */
            kind: string;
            /** Rule */
            rule?: string | null;
            /** Trace */
            trace?: string | null;
        };
        /** ScenarioLabel */
        ScenarioLabel: {
            /** En */
            en: string;
            /** Name */
            name: string;
            /** Zh */
            zh: string;
        };
        /**
         * ScenarioLayer
         * @description `data` is a GeoJSON FeatureCollection in CGCS2000 degrees.
         */
        ScenarioLayer: {
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** En */
            en: string;
            /** Name */
            name: string;
            style: components["schemas"]["ScenarioStyle"];
            /** Zh */
            zh: string;
        };
        /** ScenarioList */
        ScenarioList: {
            /** Items */
            items: components["schemas"]["ScenarioRow"][];
        };
        /**
         * ScenarioOn
         * @description Where it may act; left out: where it asks to, else everywhere.
         */
        ScenarioOn: {
            /** Jurisdictions */
            jurisdictions?: string[] | null;
        };
        /** ScenarioPage */
        ScenarioPage: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Blocks */
            blocks: components["schemas"]["ScenarioBlock"][];
            /** En */
            en: string;
            /** Name */
            name: string;
            /** Scenario */
            scenario: string;
            /** Scenario En */
            scenario_en: string;
            /** Scenario Zh */
            scenario_zh: string;
            /** Zh */
            zh: string;
        };
        /**
         * ScenarioRow
         * @description A scenario; `door` is the version of the door this platform has, `used` counts today.
         */
        ScenarioRow: {
            /** Api */
            api: string | null;
            approved: components["schemas"]["ScenarioAsks"] | null;
            asks: components["schemas"]["ScenarioAsks"];
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Door */
            door: string;
            /** En */
            en: string | null;
            error: components["schemas"]["ScenarioFailure"] | null;
            /** Layers */
            layers: components["schemas"]["ScenarioLabel"][];
            /** Matters */
            matters: string[];
            /** Name */
            name: string;
            /** Pages */
            pages: components["schemas"]["ScenarioLabel"][];
            /** Rules */
            rules: components["schemas"]["ScenarioRule"][];
            /** Source */
            source: string;
            /** State */
            state: string;
            /** Used */
            used: components["schemas"]["ScenarioUse"][];
            /** Version */
            version: string | null;
            /** Zh */
            zh: string | null;
        };
        /** ScenarioRule */
        ScenarioRule: {
            /** Last Run */
            last_run: string | null;
            /** Name */
            name: string;
            /** Next Due */
            next_due: string | null;
            /** Runs */
            runs: number;
        };
        /** ScenarioStyle */
        ScenarioStyle: {
            /** Color */
            color: string;
            /** Label */
            label: string;
            /** Radius */
            radius: number;
        };
        /** ScenarioUse */
        ScenarioUse: {
            /** Calls */
            calls: number;
            /** Rows */
            rows: number;
            /** What */
            what: string;
        };
        /**
         * Schedule
         * @description When a condition may raise: any of its windows.
         */
        Schedule: {
            /** Code */
            code: string;
            /** Windows */
            windows: components["schemas"]["Window"][];
        };
        /**
         * ScoreOut
         * @description A composite out of 100; `signs` counts those that are green, yellow, orange, red, unknown.
         */
        ScoreOut: {
            /** Code */
            code: string;
            /** History */
            history: components["schemas"]["SignPointOut"][];
            /**
             * Kind
             * @enum {string}
             */
            kind: "pulse" | "dimension" | "facet";
            /**
             * Level
             * @enum {string}
             */
            level: "unknown" | "green" | "yellow" | "orange" | "red";
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Signs */
            signs: number[];
            /** Value */
            value: number | null;
        };
        /**
         * Scored
         * @description A composite score in this span and the one before, with its points.
         */
        Scored: {
            /** Before */
            before: number | null;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Points */
            points: (number | null)[];
            /** Value */
            value: number | null;
        };
        /**
         * ScreenAsk
         * @description A display, named after the place where it hangs; without a jurisdiction it shows the whole platform.
         */
        ScreenAsk: {
            /** Jurisdiction */
            jurisdiction?: string | null;
            /** Name */
            name: string;
        };
        /**
         * ScreenOut
         * @description A display; `opened_at` null = nobody typed its code yet, which is over at `code_until`.
         */
        ScreenOut: {
            /** Agent */
            agent: string | null;
            /**
             * Code Until
             * Format: date-time
             */
            code_until: string;
            /** Ended */
            ended: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Last Used */
            last_used: string | null;
            /** Name */
            name: string;
            /** Opened At */
            opened_at: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
        };
        /** Screens */
        Screens: {
            /** Items */
            items: components["schemas"]["ScreenOut"][];
        };
        /**
         * SecretAsk
         * @description `secret` is one that the sender made (whsec_…); left out, one is made.
         */
        SecretAsk: {
            /** Secret */
            secret?: string | null;
        };
        /** SecretsOut */
        SecretsOut: {
            /** Items */
            items: components["schemas"]["yiwang__events__channels__routes__signing__SecretOut"][];
        };
        /**
         * SecurityOut
         * @description One's own second factors. `obstacle` is why passkeys cannot be used under the present name, if they cannot.
         */
        SecurityOut: {
            /** Links */
            links: components["schemas"]["OwnLinkOut"][];
            /** Obstacle */
            obstacle: string | null;
            /** Passkeys */
            passkeys: components["schemas"]["PasskeyOut"][];
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Required */
            required: boolean;
            /** Totp Since */
            totp_since: string | null;
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
         * SendAsk
         * @description A report. `photos`: the words that sending each was answered with. `website` stays empty: robots fill it in.
         */
        SendAsk: {
            /** Idempotency Key */
            idempotency_key?: string | null;
            /** Matter */
            matter?: string | null;
            /** Occurred At */
            occurred_at?: string | null;
            /** Photos */
            photos?: string[];
            place: components["schemas"]["WhereAsk"];
            reporter?: components["schemas"]["ReporterAsk"] | null;
            /** Text */
            text: string;
            /**
             * Website
             * @default
             */
            website?: string;
        };
        /**
         * SentOut
         * @description `number` and `token` are what a report is followed by; the token is told once and kept nowhere.
         */
        SentOut: {
            /** Hints */
            hints: components["schemas"]["HintOut"][];
            /** Link */
            link: string;
            /** Merged */
            merged: boolean;
            /** Number */
            number: string;
            /** Token */
            token: string;
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
         * SessionRow
         * @description An open session of an account.
         */
        SessionRow: {
            /** Address */
            address: string | null;
            /** Agent */
            agent: string | null;
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
        /** SessionRows */
        SessionRows: {
            /** Items */
            items: components["schemas"]["SessionRow"][];
        };
        /**
         * SettingOut
         * @description `value` and `default` are null where nothing is set; of a secret only that it is set is told.
         */
        SettingOut: {
            /** Changed */
            changed: boolean;
            /** Default */
            default: string | null;
            /** En */
            en: string;
            /** Name */
            name: string;
            /** Secret */
            secret: boolean;
            /** Value */
            value: string | null;
            /** Variable */
            variable: string;
            /** Zh */
            zh: string;
        };
        /** SettingsOut */
        SettingsOut: {
            /** Items */
            items: components["schemas"]["SettingOut"][];
            /** Limits */
            limits: components["schemas"]["StandingLimitOut"][];
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
         * ShiftNowOut
         * @description A shift one may sign in to.
         */
        ShiftNowOut: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
        };
        /**
         * SignActionOut
         * @description What was done about a red sign; `object_id` is the case, order or warning.
         */
        SignActionOut: {
            /** Closed At */
            closed_at: string | null;
            /** Closed Value */
            closed_value: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "case" | "expedite" | "warning" | "notice";
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Object Id */
            object_id: string | null;
            /** Object Type */
            object_type: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Value */
            value: number | null;
            /** Why */
            why: string;
        };
        /**
         * SignAsk
         * @description Where one is; left out, the place is not judged. What is sent again under its `key` is done once.
         */
        SignAsk: {
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /** Key */
            key?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
        };
        /** SignBoardOut */
        SignBoardOut: {
            /** Children */
            children: components["schemas"]["SignPlaceOut"][];
            /** Items */
            items: components["schemas"]["SignNowOut"][];
            /** Parents */
            parents: components["schemas"]["SignPlaceOut"][];
            place: components["schemas"]["SignPlaceOut"];
        };
        /**
         * SignDefinitionOut
         * @description The definition in force: thresholds as they are written.
         */
        SignDefinitionOut: {
            /**
             * Baseline
             * @default
             * @enum {string}
             */
            baseline?: "" | "hour" | "day" | "last";
            /**
             * Basis
             * @default
             */
            basis?: string;
            /** Code */
            code: string;
            /**
             * Combine
             * @default ratio
             * @enum {string}
             */
            combine?: "ratio" | "sum" | "max" | "min" | "median" | "mean";
            /**
             * Core
             * @default true
             */
            core?: boolean;
            /**
             * Dimension
             * @enum {string}
             */
            dimension: "safety" | "green" | "vitality" | "health";
            /**
             * Direction
             * @enum {string}
             */
            direction: "up" | "down" | "band" | "none";
            /**
             * Facet
             * @default state
             * @enum {string}
             */
            facet?: "people" | "things" | "movement" | "state";
            /**
             * Feed
             * @default own
             */
            feed?: string;
            /**
             * Formula Zh
             * @default
             */
            formula_zh?: string;
            /** Group */
            group: string;
            /**
             * Hold
             * @default
             */
            hold?: string;
            /**
             * Levels
             * @default [
             *       "district",
             *       "street",
             *       "sector",
             *       "neighbourhood"
             *     ]
             */
            levels?: ("district" | "street" | "sector" | "neighbourhood" | "point" | "person")[];
            /** Matter */
            matter?: string | null;
            /**
             * Min N
             * @default 0
             */
            min_n?: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * On Red
             * @default none
             * @enum {string}
             */
            on_red?: "case" | "expedite" | "warning" | "notice" | "none";
            /**
             * Orange
             * @default
             */
            orange?: string;
            /**
             * Owner
             * @default
             */
            owner?: string;
            /**
             * Period
             * @enum {string}
             */
            period: "10m" | "1h" | "1d" | "1w" | "1M";
            /**
             * Red
             * @default
             */
            red?: string;
            /**
             * Scale
             * @default 1
             */
            scale?: number;
            /**
             * Sources
             * @default []
             */
            sources?: string[];
            /**
             * Unit
             * @default
             */
            unit?: string;
            /**
             * Weight
             * @default 1
             */
            weight?: number;
            /**
             * Yellow
             * @default
             */
            yellow?: string;
        };
        /** SignDetailOut */
        SignDetailOut: {
            /** Actions */
            actions: components["schemas"]["SignActionOut"][];
            /** Before */
            before: number | null;
            definition: components["schemas"]["SignDefinitionOut"];
            /** Error */
            error: string | null;
            /** Explanation */
            explanation: string;
            /** History */
            history: components["schemas"]["SignPointOut"][];
            /** Mean */
            mean: number | null;
            now: components["schemas"]["SignNowOut"];
            place: components["schemas"]["SignPlaceOut"];
            /** Samples */
            samples: number;
            /** Sd */
            sd: number | null;
            /** Year Ago */
            year_ago: number | null;
            /** Z */
            z: number | null;
        };
        /**
         * SignEditAsk
         * @description What is left out stays as it is. An empty threshold takes it away.
         */
        SignEditAsk: {
            /** Hold */
            hold?: string | null;
            /** Matter */
            matter?: string | null;
            /** Min N */
            min_n?: number | null;
            /**
             * Note
             * @default
             */
            note?: string;
            /** On Red */
            on_red?: ("case" | "expedite" | "warning" | "notice" | "none") | null;
            /** Orange */
            orange?: string | null;
            /** Owner */
            owner?: string | null;
            /** Red */
            red?: string | null;
            /** Weight */
            weight?: number | null;
            /** Yellow */
            yellow?: string | null;
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
         * SignNowOut
         * @description A value is null where there is nothing to divide by or too little to be judged: shown as "—".
         */
        SignNowOut: {
            /** As Of */
            as_of: string | null;
            /** At */
            at: string | null;
            /** Bottom */
            bottom: number | null;
            /** Code */
            code: string;
            /** Core */
            core: boolean;
            /**
             * Dimension
             * @enum {string}
             */
            dimension: "safety" | "green" | "vitality" | "health";
            /**
             * Direction
             * @enum {string}
             */
            direction: "up" | "down" | "band" | "none";
            /** External */
            external: string | null;
            /**
             * Facet
             * @enum {string}
             */
            facet: "people" | "things" | "movement" | "state";
            /** Group */
            group: string;
            /** Judged */
            judged: boolean;
            /**
             * Level
             * @enum {string}
             */
            level: "unknown" | "green" | "yellow" | "orange" | "red";
            /** N */
            n: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Period */
            period: string;
            /** Since */
            since: string | null;
            /** Spark */
            spark: (number | null)[];
            /**
             * State
             * @enum {string}
             */
            state: "live" | "late" | "unconnected" | "failed" | "waiting";
            /** Top */
            top: number | null;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /** SignPartOut */
        SignPartOut: {
            /** Bottom */
            bottom: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Level
             * @enum {string}
             */
            level: "unknown" | "green" | "yellow" | "orange" | "red";
            /** N */
            n: number;
            /** Name */
            name: string;
            /** Place Level */
            place_level: string;
            /** Rank */
            rank: number | null;
            /** Top */
            top: number | null;
            /** Value */
            value: number | null;
        };
        /** SignPartsOut */
        SignPartsOut: {
            /** Items */
            items: components["schemas"]["SignPartOut"][];
        };
        /** SignPlaceOut */
        SignPlaceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
            /** Parent */
            parent: string | null;
        };
        /** SignPointOut */
        SignPointOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Level
             * @enum {string}
             */
            level: "unknown" | "green" | "yellow" | "orange" | "red";
            /** Value */
            value: number | null;
        };
        /** SignRowOut */
        SignRowOut: {
            /** Bottom */
            bottom: number | null;
            /** Item */
            item: string;
            /** Kind */
            kind: string;
            /**
             * Label
             * @default
             */
            label?: string;
            /** Node */
            node: string | null;
            /**
             * Place
             * @default
             */
            place?: string;
            /** Top */
            top: number | null;
        };
        /** SignRowsOut */
        SignRowsOut: {
            /** Items */
            items: components["schemas"]["SignRowOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * SignValueAsk
         * @description A value for the time that ended at `at`: `top` alone, or `top` of `bottom`.
         */
        SignValueAsk: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Bottom */
            bottom?: number | null;
            /**
             * Node
             * Format: uuid
             */
            node: string;
            /** Top */
            top: number;
        };
        /** SignValuesAsk */
        SignValuesAsk: {
            /** Values */
            values: components["schemas"]["SignValueAsk"][];
        };
        /** SignValuesOut */
        SignValuesOut: {
            /** Written */
            written: number;
        };
        /** SignVersionOut */
        SignVersionOut: {
            definition: components["schemas"]["SignDefinitionOut"];
            /** Note */
            note: string;
            /** Number */
            number: number;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /** SignVersionsOut */
        SignVersionsOut: {
            /** Items */
            items: components["schemas"]["SignVersionOut"][];
        };
        /**
         * SilenceAsk
         * @description At least one label; all that are given have to match. A jurisdiction means all below it too.
         */
        SilenceAsk: {
            /** Class Code */
            class_code?: string | null;
            /** Condition */
            condition?: string | null;
            /** Device Id */
            device_id?: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /**
             * Kind
             * @default silence
             * @enum {string}
             */
            kind?: "silence" | "maintenance" | "drill";
            /** Maintainer Id */
            maintainer_id?: string | null;
            /** Reason */
            reason: string;
            /** Rule */
            rule?: string | null;
            /** Starts At */
            starts_at?: string | null;
        };
        /**
         * SilenceChangeAsk
         * @description Another end, and why.
         */
        SilenceChangeAsk: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
        };
        /**
         * SilenceEndAsk
         * @description Why it ends before its time.
         */
        SilenceEndAsk: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * SilenceMadeOut
         * @description `matching`: how many standing alarms match at this moment.
         */
        SilenceMadeOut: {
            /** Class Code */
            class_code: string | null;
            /** Condition */
            condition: string | null;
            /** Device Id */
            device_id: string | null;
            /** Device Name */
            device_name?: string | null;
            /**
             * End Reason
             * @default
             */
            end_reason?: string;
            /** Ended Early */
            ended_early: boolean;
            /**
             * Ended Name
             * @default
             */
            ended_name?: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
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
            kind: "silence" | "maintenance" | "drill";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Made By
             * Format: uuid
             */
            made_by: string;
            /** Made Name */
            made_name: string;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Matching */
            matching: number;
            /** Reason */
            reason: string;
            /** Rule */
            rule: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "active" | "ended";
        };
        /**
         * SilenceOut
         * @description A silence; `state` is pending, active or ended; `ended_name` and `end_reason` when somebody ended it early.
         */
        SilenceOut: {
            /** Class Code */
            class_code: string | null;
            /** Condition */
            condition: string | null;
            /** Device Id */
            device_id: string | null;
            /** Device Name */
            device_name?: string | null;
            /**
             * End Reason
             * @default
             */
            end_reason?: string;
            /** Ended Early */
            ended_early: boolean;
            /**
             * Ended Name
             * @default
             */
            ended_name?: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
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
            kind: "silence" | "maintenance" | "drill";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Made By
             * Format: uuid
             */
            made_by: string;
            /** Made Name */
            made_name: string;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Reason */
            reason: string;
            /** Rule */
            rule: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "active" | "ended";
        };
        /** SilencesOut */
        SilencesOut: {
            /** Items */
            items: components["schemas"]["SilenceOut"][];
            /** Next */
            next: string | null;
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
         * Standing
         * @description How a report stands. Words, photos and the answer are there for who holds the link only.
         */
        Standing: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Comments */
            comments: components["schemas"]["CommentOut"][];
            /** Due At */
            due_at: string | null;
            /** Joined */
            joined: boolean;
            /** Link Ends */
            link_ends: string | null;
            /** May Add */
            may_add: boolean;
            /** May Rate */
            may_rate: boolean;
            /** Next Door */
            next_door: string | null;
            /** Number */
            number: string;
            /** Photos */
            photos: string[];
            /** Rating */
            rating: string | null;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Says */
            says: string;
            /** Says En */
            says_en: string;
            /** State */
            state: string;
            /** Text */
            text: string | null;
            /** Timeline */
            timeline: components["schemas"]["StepOut"][];
            /** Unit */
            unit: string | null;
        };
        /**
         * StandingLimitOut
         * @description A limit; provisional 暂定 where no source gives it.
         */
        StandingLimitOut: {
            /** En */
            en: string;
            /**
             * Group
             * @enum {string}
             */
            group: "cases" | "orders" | "duty";
            /** Provisional */
            provisional: boolean;
            /** Value En */
            value_en: string;
            /** Value Zh */
            value_zh: string;
            /** Zh */
            zh: string;
        };
        /**
         * StepAsk
         * @description A step that needs nothing.
         */
        StepAsk: {
            /** Version */
            version?: number | null;
        };
        /** StepOut */
        StepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Says */
            says: string;
            /** Says En */
            says_en: string;
            /** Step */
            step: string;
        };
        /**
         * StepSentAsk
         * @description A step that is sent again under its `key` until it is answered; `made_at` by the clock of the sender.
         */
        StepSentAsk: {
            /** Key */
            key: string;
            /** Made At */
            made_at?: string | null;
            /** Passed */
            passed?: boolean | null;
            /** Photos */
            photos?: string[];
            /** Text */
            text?: string | null;
            /**
             * Verb
             * @enum {string}
             */
            verb: "receive" | "return" | "handle" | "check";
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
         * StepTakenOut
         * @description `repeated`: it had been done before; then this is the case as it stands now.
         */
        StepTakenOut: {
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
            /** Repeated */
            repeated: boolean;
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
        /** StrangerAsk */
        StrangerAsk: {
            /** External Id */
            external_id: string;
            /** Source */
            source: string;
        };
        /** Strangers */
        Strangers: {
            /** Items */
            items: components["schemas"]["yiwang__access__routes__identity__StrangerOut"][];
        };
        /** StrangersOut */
        StrangersOut: {
            /** Items */
            items: components["schemas"]["yiwang__sensing__devices__routes__StrangerOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * StreamAsk
         * @description Readings that fit every filter given, to a webhook or to a topic of a broker (`mqtts://host:port`).
         */
        StreamAsk: {
            /** Address */
            address: string;
            /**
             * Class Codes
             * @default []
             */
            class_codes?: string[];
            /**
             * Device Ids
             * @default []
             */
            device_ids?: string[];
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            /**
             * Key Id
             * Format: uuid
             */
            key_id: string;
            /**
             * Metrics
             * @default []
             */
            metrics?: string[];
            /** Name */
            name: string;
            /** Password */
            password?: string | null;
            /**
             * Topic
             * @default
             */
            topic?: string;
            /** Username */
            username?: string | null;
            /**
             * Way
             * @enum {string}
             */
            way: "webhook" | "mqtt";
        };
        /**
         * StreamMade
         * @description The secret of a webhook is shown this once.
         */
        StreamMade: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Secret */
            secret: string | null;
        };
        /**
         * StreamOut
         * @description A stream; `behind` counts the frames of the log that it has not read yet.
         */
        StreamOut: {
            /** Address */
            address: string;
            /** Application */
            application: string;
            /** Behind */
            behind: number;
            /** Class Codes */
            class_codes: string[];
            /** Device Ids */
            device_ids: string[];
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /**
             * Key Id
             * Format: uuid
             */
            key_id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Metrics */
            metrics: string[];
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /** Reason */
            reason: string;
            /** Retry At */
            retry_at: string | null;
            /** Sent At */
            sent_at: string | null;
            /** Sent Messages */
            sent_messages: number;
            /** Sent Readings */
            sent_readings: number;
            /** State */
            state: string;
            /** Way */
            way: string;
        };
        /** StreamsOut */
        StreamsOut: {
            /** Items */
            items: components["schemas"]["StreamOut"][];
        };
        /**
         * StyleOut
         * @description Hints for drawing: colours #rrggbb, a width or radius in pixels, the property that labels.
         */
        StyleOut: {
            /** Color */
            color: string;
            /** Label */
            label: string | null;
            /** Strong */
            strong: string | null;
            /** Width */
            width: number;
        };
        /**
         * SubscriptionAsk
         * @description `types` of docs/integrating/facts.md; jurisdiction and organisation limit it to a part of the city.
         */
        SubscriptionAsk: {
            /** Application */
            application: string;
            /** Jurisdiction */
            jurisdiction?: string | null;
            /** Organisation */
            organisation?: string | null;
            /** Purpose */
            purpose: string;
            /** Types */
            types: string[];
            /** Url */
            url: string;
        };
        /**
         * SubscriptionOut
         * @description `state` is active, suspended (the target wanted no more, or may not be reached) or ended.
         */
        SubscriptionOut: {
            /** Application */
            application: string;
            /**
             * Created By
             * Format: uuid
             */
            created_by: string;
            /** Ended */
            ended: string | null;
            /** Former Until */
            former_until: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction */
            jurisdiction: string | null;
            /** Organisation */
            organisation: string | null;
            /** Purpose */
            purpose: string;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** State */
            state: string;
            /** Types */
            types: string[];
            /** Url */
            url: string;
        };
        /** SubscriptionsOut */
        SubscriptionsOut: {
            /** Items */
            items: components["schemas"]["SubscriptionOut"][];
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
        /**
         * SuppressedOut
         * @description What holds an alarm back for now: a silence until its end, or another alarm (`inhibited_by`).
         */
        SuppressedOut: {
            /** Inhibited By */
            inhibited_by: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "silence" | "maintenance" | "drill" | "inhibition";
            /** Silence Id */
            silence_id: string | null;
            /** Until */
            until: string | null;
        };
        /**
         * SwapAsk
         * @description `back` is a shift of the other person that one takes in exchange.
         */
        SwapAsk: {
            /** Back */
            back?: string | null;
            /** Reason */
            reason: string;
            /**
             * Shift
             * Format: uuid
             */
            shift: string;
            /**
             * To
             * Format: uuid
             */
            to: string;
        };
        /**
         * SwapChoicesOut
         * @description `attends` is false for an account that is no member of staff's.
         */
        SwapChoicesOut: {
            /** Attends */
            attends: boolean;
            /** Colleagues */
            colleagues: components["schemas"]["ColleagueOut"][];
            /** Shifts */
            shifts: components["schemas"]["SwapShiftOut"][];
        };
        /**
         * SwapOut
         * @description `ends` and the hours of the shift given back are null where that shift is there no more.
         */
        SwapOut: {
            /** Back Ends */
            back_ends: string | null;
            /** Back Shift Id */
            back_shift_id: string | null;
            /** Back Starts */
            back_starts: string | null;
            /** Ends */
            ends: string | null;
            /** From Name */
            from_name: string;
            /**
             * From Staff
             * Format: uuid
             */
            from_staff: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Next Steps */
            next_steps: string[];
            /** Reason */
            reason: string;
            /**
             * Shift Id
             * Format: uuid
             */
            shift_id: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "agreed" | "declined" | "withdrawn";
            /** To Name */
            to_name: string;
            /**
             * To Staff
             * Format: uuid
             */
            to_staff: string;
        };
        /** SwapShiftOut */
        SwapShiftOut: {
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mode */
            mode: string;
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Post Name */
            post_name: string;
            /**
             * Starts
             * Format: date-time
             */
            starts: string;
        };
        /** SwapStateOut */
        SwapStateOut: {
            /** State */
            state: string;
        };
        /** SwapsOut */
        SwapsOut: {
            /** Items */
            items: components["schemas"]["SwapOut"][];
        };
        /**
         * TellAsk
         * @description Where one wants to be told of the answer.
         */
        TellAsk: {
            /** Address */
            address: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "sms" | "mail";
        };
        /**
         * TellOut
         * @description `ways`: how one can be told here; `told`: where one is, masked.
         */
        TellOut: {
            /** Told */
            told: components["schemas"]["ToldAt"][];
            /** Ways */
            ways: string[];
        };
        /**
         * TemplateOut
         * @description A template in force.
         */
        TemplateOut: {
            /** Code */
            code: string;
            /** Condition */
            condition?: string | null;
            /** Device Class */
            device_class?: string | null;
            /**
             * Ignore
             * @default false
             */
            ignore?: boolean;
            /** Matter */
            matter?: string | null;
            /**
             * Proven Precision
             * @default 0.95
             */
            proven_precision?: number;
            /**
             * Proven Verdicts
             * @default 50
             */
            proven_verdicts?: number;
            /** Rule */
            rule?: string | null;
            /**
             * Storm Devices
             * @default 20
             */
            storm_devices?: number;
            /**
             * Storm Minutes
             * @default 5
             */
            storm_minutes?: number;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Title
             * @default
             */
            title?: string;
            /** Triage Minutes */
            triage_minutes?: number | null;
            /**
             * Upkeep
             * @default false
             */
            upkeep?: boolean;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Version */
            version: number;
            /**
             * Wait S
             * @default 60
             */
            wait_s?: number;
        };
        /** TemplatesOut */
        TemplatesOut: {
            /** Items */
            items: components["schemas"]["TemplateOut"][];
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
        /** ToldAt */
        ToldAt: {
            /** Kind */
            kind: string;
            /** Masked */
            masked: string;
        };
        /** TrackKeptOut */
        TrackKeptOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Metres */
            metres: number;
            /** Points */
            points: number;
        };
        /** TrackLookAsk */
        TrackLookAsk: {
            /** Reason */
            reason: string;
        };
        /**
         * TrackOut
         * @description Where somebody went during a shift, as columns; degrees CGCS2000, `at` milliseconds since 1970.
         */
        TrackOut: {
            /** At */
            at: number[];
            /**
             * Attendance Id
             * Format: uuid
             */
            attendance_id: string;
            /** Lat */
            lat: number[];
            /** Lon */
            lon: number[];
            /** Metres */
            metres: number;
        };
        /**
         * TrackPointsAsk
         * @description A batch of points as three columns of one length, in the order of time.
         */
        TrackPointsAsk: {
            /** At */
            at: string[];
            /**
             * Datum
             * @default CGCS2000
             * @enum {string}
             */
            datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
            /** Lat */
            lat: number[];
            /** Lon */
            lon: number[];
        };
        /**
         * TrialAsk
         * @description Rules as TOML or as an object, and the span of the history; of a jurisdiction and all below it, or of all.
         */
        TrialAsk: {
            /** Jurisdiction Id */
            jurisdiction_id?: string | null;
            rules?: components["schemas"]["RuleSet"] | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Toml */
            toml?: string | null;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * TrialOut
         * @description A trial: waiting, running (`done` from 0 to 1), done with its `result`, or failed with the reason.
         */
        TrialOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Done */
            done: number;
            /** Error */
            error: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            rules: components["schemas"]["RuleSet"];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** State */
            state: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * TrialRow
         * @description A trial in the list: which rules were tried; its result is in the trial itself.
         */
        TrialRow: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Codes */
            codes: string[];
            /** Done */
            done: number;
            /** Error */
            error: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Jurisdiction Id */
            jurisdiction_id: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** State */
            state: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** TrialsOut */
        TrialsOut: {
            /** Items */
            items: components["schemas"]["TrialRow"][];
        };
        /**
         * TriedOut
         * @description What one report of the message would become; with faults or a next door it would be refused.
         */
        TriedOut: {
            /** Faults */
            faults: components["schemas"]["yiwang__events__channels__shapes__FaultOut"][];
            /** Index */
            index: number;
            next_door: components["schemas"]["NextDoorOut"] | null;
            report: components["schemas"]["TriedReport"];
            /** Taken */
            taken: boolean;
        };
        /**
         * TriedReport
         * @description What a report would be; the reporter is masked.
         */
        TriedReport: {
            /** Channel */
            channel: string;
            classification?: components["schemas"]["Classification"] | null;
            /** Datum */
            datum: string;
            /** Drill */
            drill: boolean;
            /** Due At */
            due_at: string | null;
            /** External Id */
            external_id: string | null;
            /** Floor */
            floor: string | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Matter */
            matter: string | null;
            /** Matter Name */
            matter_name?: string | null;
            /** Occurred At */
            occurred_at: string | null;
            /** Place */
            place?: string | null;
            /** Place Text */
            place_text: string;
            /** Reporter */
            reporter: string | null;
            /** Text */
            text: string;
            /** Title */
            title: string | null;
            /** Urgent */
            urgent: boolean | null;
        };
        /** TriesOut */
        TriesOut: {
            /** Items */
            items: components["schemas"]["TriedOut"][];
        };
        /**
         * TryAsk
         * @description A message, and either the code of a channel or a declaration that is not published yet.
         */
        TryAsk: {
            /** Channel */
            channel?: {
                [key: string]: unknown;
            } | null;
            /** Code */
            code?: string | null;
            /** Message */
            message: unknown;
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
        /**
         * UnusualOut
         * @description An unusual use: volume, night, network or refusals.
         */
        UnusualOut: {
            /** Account */
            account: string | null;
            /** Application */
            application: string | null;
            /** Calls */
            calls: number;
            /**
             * Holder
             * Format: uuid
             */
            holder: string;
            /** Holder Kind */
            holder_kind: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Network */
            network: string | null;
            /** Purpose */
            purpose: string | null;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Usual */
            usual: number;
        };
        /** UnusualPage */
        UnusualPage: {
            /** Items */
            items: components["schemas"]["UnusualOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * UpkeepFigure
         * @description A group of devices, the retired left out. Rates of 0 to 1; `wrong` are judged false or a device's fault.
         */
        UpkeepFigure: {
            /** Fault */
            fault: number;
            /** Judged */
            judged: number;
            /** Key */
            key: string | null;
            /** Maintenance */
            maintenance: number;
            /** Misreport Rate */
            misreport_rate: number | null;
            /** Name */
            name: string;
            /** Noisy */
            noisy: number;
            /** Offline */
            offline: number;
            /** Online */
            online: number;
            /** Online Rate */
            online_rate: number | null;
            /** Silent */
            silent: number;
            /** Total */
            total: number;
            /** Wrong */
            wrong: number;
        };
        /** UpkeepFigures */
        UpkeepFigures: {
            /** Items */
            items: components["schemas"]["UpkeepFigure"][];
        };
        /**
         * UpkeepOut
         * @description A case of upkeep with its device; `recovered_at` is when its values were well again.
         */
        UpkeepOut: {
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Class Code */
            class_code: string;
            /** Closed At */
            closed_at: string | null;
            /** Device Code */
            device_code: string;
            /** Device Id */
            device_id: string | null;
            /** Device Name */
            device_name: string;
            /** Due At */
            due_at: string | null;
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /** Maintainer Id */
            maintainer_id: string | null;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Recovered At */
            recovered_at: string | null;
            /** State */
            state: string;
            /** Title */
            title: string;
            /** Unit Id */
            unit_id: string | null;
        };
        /** UpkeepsOut */
        UpkeepsOut: {
            /** Items */
            items: components["schemas"]["UpkeepOut"][];
            /** Next */
            next: string | null;
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
        /** VersionOut */
        VersionOut: {
            /** Version */
            version: number;
        };
        /** ViewAsk */
        ViewAsk: {
            /** Name */
            name: string;
            /** Page */
            page: string;
            /** Search */
            search: {
                [key: string]: string | boolean;
            };
        };
        /** ViewOut */
        ViewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Page */
            page: string;
            /** Search */
            search: {
                [key: string]: unknown;
            };
        };
        /** ViewsOut */
        ViewsOut: {
            /** Items */
            items: components["schemas"]["ViewOut"][];
        };
        /**
         * VoteAsk
         * @description `device`: a word the page made by chance and keeps; it is stored hashed only.
         */
        VoteAsk: {
            /** Device */
            device: string;
        };
        /**
         * WaitingMachine
         * @description An event that waits for a verdict until `due_at`; then it is `late` and goes up a `level`.
         */
        WaitingMachine: {
            /** Class Code */
            class_code: string;
            /** Condition */
            condition: string;
            /** Device Id */
            device_id: string | null;
            /** Due At */
            due_at: string | null;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            };
            /**
             * Jurisdiction Id
             * Format: uuid
             */
            jurisdiction_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "alarm" | "storm";
            /** Lat */
            lat: number | null;
            /** Late */
            late: boolean;
            /** Level */
            level: number;
            /** Lon */
            lon: number | null;
            /** Matter Code */
            matter_code: string;
            /** Number */
            number: string;
            /** Recovered At */
            recovered_at: string | null;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Reports */
            reports: number;
            /** Rule */
            rule: string;
            /** Severity */
            severity: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /** WaitingMachines */
        WaitingMachines: {
            /** Items */
            items: components["schemas"]["WaitingMachine"][];
            /** Next */
            next: string | null;
        };
        /**
         * WallCase
         * @description A case as a hall may read it: its matter, where, who is on it; no words of reports and nobody's name.
         */
        WallCase: {
            /** Claimed */
            claimed: boolean;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Overdue */
            overdue: boolean;
            /** Place */
            place: string;
            /** Returns */
            returns: number;
            /** State */
            state: string;
            /** Unit */
            unit: string | null;
            /** Urgent */
            urgent: boolean;
        };
        /**
         * WallCaseOut
         * @description One case with the steps it took.
         */
        WallCaseOut: {
            /** Claimed */
            claimed: boolean;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Overdue */
            overdue: boolean;
            /** Place */
            place: string;
            /** Returns */
            returns: number;
            /** State */
            state: string;
            /** Steps */
            steps: components["schemas"]["WallStep"][];
            /** Unit */
            unit: string | null;
            /** Urgent */
            urgent: boolean;
        };
        /**
         * WallFigures
         * @description Figures of evaluation over [from, to): the same as the desk's, as known at `as_of`.
         */
        WallFigures: {
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Rows */
            rows: components["schemas"]["RowOut"][];
            /**
             * Start
             * Format: date-time
             */
            start: string;
            total: components["schemas"]["RowOut"];
        };
        /**
         * WallFiguresOut
         * @description The figures of today and of the last thirty days.
         */
        WallFiguresOut: {
            month: components["schemas"]["WallFigures"];
            today: components["schemas"]["WallFigures"];
        };
        /**
         * WallLine
         * @description Something that happened to a case: the running strip. `type` is the fact's, such as case.filed.
         */
        WallLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Matter */
            matter: string;
            /** Number */
            number: string;
            /** Place */
            place: string;
            /** Type */
            type: string;
            /** Unit */
            unit: string | null;
            /** Urgent */
            urgent: boolean;
        };
        /**
         * WallOut
         * @description How the city stands. `hours` counts the cases opened in each of the last 24 hours, the present one last.
         */
        WallOut: {
            /** Abnormal */
            abnormal: components["schemas"]["WallCase"][];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Hours */
            hours: number[];
            /** Lines */
            lines: components["schemas"]["WallLine"][];
            /**
             * Mode
             * @enum {string}
             */
            mode: "normal" | "emergency";
            /** Name */
            name: string;
        };
        /**
         * WallStep
         * @description A step of a case, without its words.
         */
        WallStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** En */
            en: string;
            /** Step */
            step: string;
            /** Zh */
            zh: string;
        };
        /** WarningAsk */
        WarningAsk: {
            /** Area */
            area: string[];
            /**
             * Drill
             * @default false
             */
            drill?: boolean;
            /** Hazard */
            hazard: string;
            /**
             * Level
             * @enum {string}
             */
            level: "blue" | "yellow" | "orange" | "red";
            /** Source */
            source: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
        };
        /** WarningKnownAsk */
        WarningKnownAsk: {
            /**
             * Unit
             * Format: uuid
             */
            unit: string;
        };
        /** WarningOut */
        WarningOut: {
            /** Area */
            area: string[];
            /** Drill */
            drill: boolean;
            /** Ended At */
            ended_at: string | null;
            /** Hazard */
            hazard: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Issued Name */
            issued_name: string;
            /**
             * Level
             * @enum {string}
             */
            level: "blue" | "yellow" | "orange" | "red";
            /** Number */
            number: string;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "lifted" | "expired";
            /** Text */
            text: string;
            /** Title */
            title: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
            /** Version */
            version: number;
        };
        /** WarningReceiptOut */
        WarningReceiptOut: {
            /**
             * Organisation Id
             * Format: uuid
             */
            organisation_id: string;
            /** Received At */
            received_at: string | null;
            /** Reminded At */
            reminded_at: string | null;
            /**
             * Told At
             * Format: date-time
             */
            told_at: string;
        };
        /** WarningReceiptsOut */
        WarningReceiptsOut: {
            /** Items */
            items: components["schemas"]["WarningReceiptOut"][];
        };
        /**
         * WarningShare
         * @description A warning on another platform: `ours` when it went there from here; told and received count units there.
         */
        WarningShare: {
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Ours */
            ours: boolean;
            /** Path */
            path: string[];
            /** Peer */
            peer: string;
            /** Received */
            received: number | null;
            /** Refused */
            refused: string | null;
            /** Remote Number */
            remote_number: string | null;
            /** Told */
            told: number | null;
        };
        /** WarningShares */
        WarningShares: {
            /** Items */
            items: components["schemas"]["WarningShare"][];
        };
        /** WarningsOut */
        WarningsOut: {
            /** Items */
            items: components["schemas"]["WarningOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * WayOut
         * @description A provider one may sign in with.
         */
        WayOut: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
        };
        /**
         * WaysOut
         * @description How one may sign in; `obstacle` is why passkeys cannot be used under the present name.
         */
        WaysOut: {
            /** Obstacle */
            obstacle: string | null;
            /** Passkeys */
            passkeys: boolean;
            /** Providers */
            providers: components["schemas"]["WayOut"][];
        };
        /**
         * WeekCopyAsk
         * @description Seven days from `source` are copied to those from `target`.
         */
        WeekCopyAsk: {
            /**
             * Source
             * Format: date-time
             */
            source: string;
            /**
             * Target
             * Format: date-time
             */
            target: string;
            /** Version */
            version?: number | null;
        };
        /**
         * WhereAsk
         * @description Where: a point with its datum, or words, or both.
         */
        WhereAsk: {
            /**
             * Datum
             * @default WGS84
             */
            datum?: string;
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
         * Window
         * @description Hours of some days (1 = Monday … 7), in the platform's zone; over midnight where `end` is not after `start`.
         */
        Window: {
            /**
             * Days
             * @default [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5,
             *       6,
             *       7
             *     ]
             */
            days?: number[];
            /**
             * End
             * @default 24:00
             */
            end?: string;
            /**
             * Start
             * @default 00:00
             */
            start?: string;
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
        /** _Side */
        _Side: {
            /** Condition */
            condition?: string | null;
            /** Device Class */
            device_class?: string | null;
            /** Rule */
            rule?: string | null;
        };
        /** RefuseAsk */
        yiwang__access__privacy__routes__erasures__RefuseAsk: {
            /** Text */
            text: string;
        };
        /** RefuseAsk */
        yiwang__access__privacy__routes__exports__RefuseAsk: {
            /** Text */
            text: string;
        };
        /**
         * RevealAsk
         * @description `object` and `field` name what: report/name, report/phone, staff/mobile; `reason` is kept beside your name.
         */
        yiwang__access__privacy__routes__looks__RevealAsk: {
            /** Field */
            field: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Object */
            object: string;
            /** Reason */
            reason: string;
        };
        /**
         * StrangerOut
         * @description Somebody who signed in elsewhere and has no account here.
         */
        yiwang__access__routes__identity__StrangerOut: {
            /**
             * First
             * Format: date-time
             */
            first: string;
            /** Issuer */
            issuer: string;
            /** Label En */
            label_en: string;
            /** Label Zh */
            label_zh: string;
            /**
             * Last
             * Format: date-time
             */
            last: string;
            /** Provider */
            provider: string;
            /** Shown */
            shown: string | null;
            /** Subject */
            subject: string;
        };
        /**
         * ContactAsk
         * @description 首次联系. `tried_at` left out is now; `spoke_with` is needed when somebody was reached.
         */
        yiwang__cases__hotline__asking__ContactAsk: {
            /**
             * Note
             * @default
             */
            note?: string;
            /** Reached */
            reached: boolean;
            /** Spoke With */
            spoke_with?: string | null;
            /** Tried At */
            tried_at?: string | null;
            /** Way */
            way: string;
        };
        /** ContactOut */
        yiwang__cases__hotline__shapes__ContactOut: {
            actor: components["schemas"]["Named"];
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
            /** Note */
            note: string;
            /** Reached */
            reached: boolean;
            /** Spoke With */
            spoke_with: string | null;
            /** Way */
            way: string;
        };
        /** FaultOut */
        yiwang__cases__hotline__shapes__FaultOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Entry */
            entry: number;
            /** Field */
            field: string;
        };
        /**
         * ImportOut
         * @description A file given in: `done` of `rows` are worked off; `made`, `known`, `updated` and `refused` add up to `done`.
         */
        yiwang__cases__hotline__shapes__ImportOut: {
            /** Done */
            done: number;
            /** Dry Run */
            dry_run: boolean;
            /** Ended At */
            ended_at: string | null;
            /** Failure */
            failure: string | null;
            /** File Name */
            file_name: string;
            /** Form */
            form: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Known */
            known: number;
            /** Made */
            made: number;
            /**
             * Recorded
             * Format: date-time
             */
            recorded: string;
            /** Refused */
            refused: number;
            /** Rows */
            rows: number;
            /** State */
            state: string;
            /** Updated */
            updated: number;
        };
        /** ChangeOut */
        yiwang__events__channels__routes__declaring__ChangeOut: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
        };
        /**
         * EndAsk
         * @description From when on a declaration no longer holds; now when left out.
         */
        yiwang__events__channels__routes__declaring__EndAsk: {
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * ImportOut
         * @description What the import did, or would do; with any fault nothing was written.
         */
        yiwang__events__channels__routes__declaring__ImportOut: {
            /** Changed */
            changed: {
                [key: string]: components["schemas"]["yiwang__events__channels__routes__declaring__ChangeOut"][];
            };
            /** Faults */
            faults: components["schemas"]["RowFaultOut"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /**
         * RefusedOut
         * @description A message that was refused: why, how often it came; what it says stays sealed.
         */
        yiwang__events__channels__routes__refused__RefusedOut: {
            /** Detail */
            detail: string;
            /** Faults */
            faults: components["schemas"]["yiwang__events__channels__shapes__FaultOut"][];
            /** Form */
            form: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            next_door: components["schemas"]["NextDoorOut"] | null;
            /**
             * Received
             * Format: date-time
             */
            received: string;
            /** Report Id */
            report_id: string | null;
            /** Settled */
            settled: string | null;
            /** Source */
            source: string;
            /** Status */
            status: number;
            /** Times */
            times: number;
        };
        /**
         * SecretOut
         * @description A secret in force; what it is was shown once.
         */
        yiwang__events__channels__routes__signing__SecretOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Made
             * Format: date-time
             */
            made: string;
            /** Used */
            used: string | null;
        };
        /**
         * FaultOut
         * @description `field` is the path in the message, `target` the report's field, `detail` what to mend.
         */
        yiwang__events__channels__shapes__FaultOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Target */
            target: string;
        };
        /** LimitOut */
        yiwang__events__channels__shapes__LimitOut: {
            /**
             * Unit
             * @enum {string}
             */
            unit: "urgent_hours" | "working_hours" | "working_days" | "natural_days";
            /** Value */
            value: number;
        };
        /**
         * ProblemOut
         * @description Why one report of several was refused; `kept` is the id of the message as kept.
         */
        yiwang__events__channels__shapes__ProblemOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Errors */
            errors?: components["schemas"]["yiwang__events__channels__shapes__FaultOut"][];
            /** Kept */
            kept?: string | null;
            next_door?: components["schemas"]["NextDoorOut"] | null;
            /** Status */
            status: number;
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
         * RefuseAsk
         * @description `next_door` names who does answer for it; left out, the table of next doors does.
         */
        yiwang__events__shapes__RefuseAsk: {
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
        /**
         * RefusedOut
         * @description A refused event with what its reporters are told.
         */
        yiwang__events__shapes__RefusedOut: {
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
            refusal: components["schemas"]["RefusalOut"];
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
        /**
         * ChangeOut
         * @description A field that differs.
         */
        yiwang__matters__routes__catalogue__ChangeOut: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Field */
            field: string;
        };
        /**
         * ImportOut
         * @description What the import did, or would do; with any fault nothing was written.
         */
        yiwang__matters__routes__catalogue__ImportOut: {
            /** Changed */
            changed: {
                [key: string]: components["schemas"]["yiwang__matters__routes__catalogue__ChangeOut"][];
            };
            /** Faults */
            faults: components["schemas"]["yiwang__matters__routes__common__FaultOut"][];
            /** New */
            new: string[];
            /** Same */
            same: string[];
            /** Written */
            written: boolean;
        };
        /**
         * LimitOut
         * @description How long handling may take; provisional 暂定 when no source gives it.
         */
        yiwang__matters__routes__catalogue__LimitOut: {
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
         * FaultOut
         * @description What is wrong in which row (from 1; 0 is the whole).
         */
        yiwang__matters__routes__common__FaultOut: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** ContactAsk */
        yiwang__notices__routes__preferences__ContactAsk: {
            /** Address */
            address: string;
        };
        /** ContactOut */
        yiwang__notices__routes__preferences__ContactOut: {
            /**
             * Changed
             * Format: date-time
             */
            changed: string;
            /** Kind */
            kind: string;
            /** Masked */
            masked: string;
        };
        /**
         * SecretOut
         * @description The secret is shown this once.
         */
        yiwang__notices__routes__webhooks__SecretOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Secret */
            secret: string;
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
        /** RevealAsk */
        yiwang__people__routes__RevealAsk: {
            /** Reason */
            reason: string;
        };
        /** EndAsk */
        yiwang__places__shapes__EndAsk: {
            /** Since */
            since?: string | null;
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
            problems: components["schemas"]["yiwang__places__shapes__ProblemOut"][];
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
        /** ProblemOut */
        yiwang__places__shapes__ProblemOut: {
            /** Detail */
            detail: string;
            /** Field */
            field: string;
            /** Row */
            row: number;
        };
        /** StrangerOut */
        yiwang__sensing__devices__routes__StrangerOut: {
            /** Device Id */
            device_id: string | null;
            /** External Id */
            external_id: string;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Messages */
            messages: number;
            /** Reason */
            reason: string;
            /** Source */
            source: string;
            /** State */
            state: string;
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
                role?: string | null;
                state?: ("active" | "disabled") | null;
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
    find_account_api_accounts__account_id__get: {
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
                    "application/json": components["schemas"]["AccountDetail"];
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
                "application/json": components["schemas"]["DatedGrantAsk"];
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
    make_link_api_accounts__account_id__link_post: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkOut"];
                };
            };
        };
    };
    list_links_api_accounts__account_id__links_get: {
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
                    "application/json": components["schemas"]["Links"];
                };
            };
        };
    };
    link_account_api_accounts__account_id__links_post: {
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
                "application/json": components["schemas"]["LinkAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    unlink_account_api_accounts__account_id__links__link_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                link_id: string;
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
    reset_factors_api_accounts__account_id__second_factor_delete: {
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
    sessions_of_api_accounts__account_id__sessions_get: {
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
                    "application/json": components["schemas"]["SessionRows"];
                };
            };
        };
    };
    end_sessions_of_api_accounts__account_id__sessions_delete: {
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
    end_session_of_api_accounts__account_id__sessions__session_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
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
                "application/json": components["schemas"]["yiwang__places__shapes__EndAsk"];
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
    list_contexts_api_alarm_contexts_get: {
        parameters: {
            query?: {
                code?: string | null;
                state?: ("pending" | "active" | "ended") | null;
                words?: string | null;
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
                    "application/json": components["schemas"]["ContextsOut"];
                };
            };
        };
    };
    set_alarm_context_api_alarm_contexts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContextAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextMade"];
                };
            };
        };
    };
    end_alarm_context_api_alarm_contexts__context_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                context_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContextEndAsk"] | null;
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
    list_inhibitions_api_alarm_inhibitions_get: {
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
                    "application/json": components["schemas"]["InhibitionsOut"];
                };
            };
        };
    };
    import_inhibitions_api_alarm_inhibitions_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarationsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationsReport"];
                };
            };
        };
    };
    end_inhibition_api_alarm_inhibitions__code__end_post: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_alarm_rules_api_alarm_rules_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
        };
    };
    end_alarm_rule_api_alarm_rules_end_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleEndAsk"];
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
    export_alarm_rules_api_alarm_rules_export_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    list_fences_api_alarm_rules_fences_get: {
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
                    "application/json": components["schemas"]["FencesOut"];
                };
            };
        };
    };
    draw_fence_api_alarm_rules_fences_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FenceAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fence"];
                };
            };
        };
    };
    import_alarm_rules_api_alarm_rules_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesReport"];
                };
            };
        };
    };
    list_rule_versions_api_alarm_rules_versions_get: {
        parameters: {
            query?: {
                kind?: "schedules" | "rules" | "overrides" | "combinations" | "fences";
                code?: string | null;
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
                    "application/json": components["schemas"]["RuleVersions"];
                };
            };
        };
    };
    list_templates_api_alarm_templates_get: {
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
                    "application/json": components["schemas"]["TemplatesOut"];
                };
            };
        };
    };
    import_templates_api_alarm_templates_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarationsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationsReport"];
                };
            };
        };
    };
    end_template_api_alarm_templates__code__end_post: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    list_trials_api_alarm_trials_get: {
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
                    "application/json": components["schemas"]["TrialsOut"];
                };
            };
        };
    };
    ask_trial_api_alarm_trials_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
        };
    };
    see_trial_api_alarm_trials__trial_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trial_id: string;
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
                    "application/json": components["schemas"]["TrialOut"];
                };
            };
        };
    };
    stop_trial_api_alarm_trials__trial_id__stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trial_id: string;
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
    list_alarms_api_alarms_get: {
        parameters: {
            query?: {
                sort?: "newest" | "oldest" | "severity";
                cursor?: string | null;
                limit?: number;
                words?: string | null;
                state?: ("firing" | "recovered" | "resolved") | null;
                standing?: boolean | null;
                severity?: ("red" | "orange" | "yellow" | "blue") | null;
                class_code?: string | null;
                rule?: string | null;
                condition?: string | null;
                device_id?: string | null;
                jurisdiction_id?: string | null;
                maintainer_id?: string | null;
                assigned_to?: string | null;
                acknowledged?: boolean | null;
                judged?: boolean | null;
                verdict?: ("true" | "false" | "test" | "fault") | null;
                drill?: boolean | null;
                silence_id?: string | null;
                since?: string | null;
                until?: string | null;
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
                    "application/json": components["schemas"]["AlarmsOut"];
                };
            };
        };
    };
    group_alarms_api_alarms_groups_get: {
        parameters: {
            query?: {
                by?: "rule" | "class" | "device" | "jurisdiction" | "severity";
                limit?: number;
                words?: string | null;
                state?: ("firing" | "recovered" | "resolved") | null;
                standing?: boolean | null;
                severity?: ("red" | "orange" | "yellow" | "blue") | null;
                class_code?: string | null;
                rule?: string | null;
                condition?: string | null;
                device_id?: string | null;
                jurisdiction_id?: string | null;
                maintainer_id?: string | null;
                assigned_to?: string | null;
                acknowledged?: boolean | null;
                judged?: boolean | null;
                verdict?: ("true" | "false" | "test" | "fault") | null;
                drill?: boolean | null;
                silence_id?: string | null;
                since?: string | null;
                until?: string | null;
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
                    "application/json": components["schemas"]["AlarmGroupsOut"];
                };
            };
        };
    };
    recall_alarms_api_alarms_history_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OldAlarmsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OldAlarmsReport"];
                };
            };
        };
    };
    read_precision_api_alarms_precision_get: {
        parameters: {
            query?: {
                by?: "rule" | "class" | "device";
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
                    "application/json": components["schemas"]["PrecisionsOut"];
                };
            };
        };
    };
    read_proposals_api_alarms_proposals_get: {
        parameters: {
            query?: {
                verdicts?: number;
                precision?: number;
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
                    "application/json": components["schemas"]["AlarmProposalsOut"];
                };
            };
        };
    };
    decide_proposal_api_alarms_proposals_decide_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmProposalAsk"];
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
    read_decisions_api_alarms_proposals_decided_get: {
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
                    "application/json": components["schemas"]["AlarmDecisionsOut"];
                };
            };
        };
    };
    try_proposal_api_alarms_proposals_try_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmProposalTryAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmProposalTrial"];
                };
            };
        };
    };
    list_silences_api_alarms_silences_get: {
        parameters: {
            query?: {
                kind?: ("silence" | "maintenance" | "drill") | null;
                state?: ("pending" | "active" | "ended") | null;
                words?: string | null;
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
                    "application/json": components["schemas"]["SilencesOut"];
                };
            };
        };
    };
    make_silence_api_alarms_silences_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SilenceAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceMadeOut"];
                };
            };
        };
    };
    read_silence_api_alarms_silences__silence_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                silence_id: string;
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
                    "application/json": components["schemas"]["SilenceOut"];
                };
            };
        };
    };
    change_silence_api_alarms_silences__silence_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                silence_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SilenceChangeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceOut"];
                };
            };
        };
    };
    end_silence_api_alarms_silences__silence_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                silence_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SilenceEndAsk"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SilenceOut"];
                };
            };
        };
    };
    judge_alarms_api_alarms_verdicts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmVerdictsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgedOut"];
                };
            };
        };
    };
    read_alarm_api_alarms__alarm_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
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
                    "application/json": components["schemas"]["AlarmDetail"];
                };
            };
        };
    };
    acknowledge_alarm_api_alarms__alarm_id__acknowledge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmTextAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOut"];
                };
            };
        };
    };
    assign_alarm_api_alarms__alarm_id__assign_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmAssignAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOut"];
                };
            };
        };
    };
    comment_alarm_api_alarms__alarm_id__comment_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmCommentAsk"];
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
    event_of_alarm_api_alarms__alarm_id__event_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
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
                    "application/json": components["schemas"]["AlarmEventOut"];
                };
            };
        };
    };
    release_alarm_api_alarms__alarm_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmTextAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOut"];
                };
            };
        };
    };
    judge_alarm_api_alarms__alarm_id__verdict_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmVerdictAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgedOut"];
                };
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
    list_calls_api_calls_get: {
        parameters: {
            query: {
                since: string;
                until: string;
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
                    "application/json": components["schemas"]["CallsOut"];
                };
            };
        };
    };
    list_unusual_api_calls_unusual_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["UnusualPage"];
                };
            };
        };
    };
    list_carriers_api_carriers_get: {
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
                    "application/json": components["schemas"]["CarriersOut"];
                };
            };
        };
    };
    put_carrier_api_carriers__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarrierAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionOut"];
                };
            };
        };
    };
    try_carrier_api_carriers__code__test_post: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
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
    list_nearby_api_cases__case_id__nearby_get: {
        parameters: {
            query?: {
                metres?: number;
            };
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
                    "application/json": components["schemas"]["NearbysOut"];
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
    take_step_api_cases__case_id__steps_post: {
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
                "application/json": components["schemas"]["StepSentAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepTakenOut"];
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
    judge_case_api_cases__case_id__verdict_post: {
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
                "application/json": components["schemas"]["AlarmVerdictAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgedOut"];
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
    list_channels_api_channels_get: {
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
                    "application/json": components["schemas"]["ChannelsOut"];
                };
            };
        };
    };
    export_channels_api_channels_export_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    import_channels_api_channels_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__events__channels__routes__declaring__ImportOut"];
                };
            };
        };
    };
    try_mapping_api_channels_try_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriesOut"];
                };
            };
        };
    };
    read_channel_api_channels__code__get: {
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
                    "application/json": components["schemas"]["ChannelDetail"];
                };
            };
        };
    };
    end_channel_api_channels__code__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__events__channels__routes__declaring__EndAsk"];
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
    list_refused_api_channels__code__refused_get: {
        parameters: {
            query?: {
                settled?: boolean;
                cursor?: string | null;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["RefusedPage"];
                };
            };
        };
    };
    take_again_api_channels__code__refused__refused_id__again_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                refused_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    set_aside_api_channels__code__refused__refused_id__set_aside_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                refused_id: string;
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
    report_api_channels__code__reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomesOut"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    list_secrets_api_channels__code__secrets_get: {
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
                    "application/json": components["schemas"]["SecretsOut"];
                };
            };
        };
    };
    make_secret_api_channels__code__secrets_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecretOut"];
                };
            };
        };
    };
    end_secret_api_channels__code__secrets__secret_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                secret_id: string;
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
    webhook_api_channels__code__webhook_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomesOut"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    list_checkups_api_checkups_get: {
        parameters: {
            query?: {
                period?: ("day" | "week" | "month") | null;
                cursor?: string | null;
                limit?: number;
                node?: string | null;
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
                    "application/json": components["schemas"]["CheckupsOut"];
                };
            };
        };
    };
    make_checkup_api_checkups_post: {
        parameters: {
            query?: {
                node?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckupAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckupOut"];
                };
            };
        };
    };
    get_checkup_api_checkups__checkup_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                checkup_id: string;
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
                    "application/json": components["schemas"]["CheckupOut"];
                };
            };
        };
    };
    print_checkup_api_checkups__checkup_id__file_get: {
        parameters: {
            query?: {
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                checkup_id: string;
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
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
        };
    };
    receive_api_cloudevents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": {
                    data?: unknown;
                    datacontenttype?: string;
                    id: string;
                    source: string;
                    /** @enum {string} */
                    specversion: "1.0";
                    subject?: string;
                    /** Format: date-time */
                    time?: string;
                    type: string;
                };
                "application/cloudevents-batch+json": {
                    data?: unknown;
                    datacontenttype?: string;
                    id: string;
                    source: string;
                    /** @enum {string} */
                    specversion: "1.0";
                    subject?: string;
                    /** Format: date-time */
                    time?: string;
                    type: string;
                }[];
                "application/json": unknown;
            };
        };
        responses: {
            /** @description What became of each event of a batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomesOut"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    list_attendance_api_command_attendance_get: {
        parameters: {
            query: {
                from: string;
                to: string;
                unit?: string | null;
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
                    "application/json": components["schemas"]["AttendancesOut"];
                };
            };
        };
    };
    import_attendance_api_command_attendance_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OldAttendancesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceImportOut"];
                };
            };
        };
    };
    own_attendance_api_command_attendance_mine_get: {
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
                    "application/json": components["schemas"]["OwnDutyOut"];
                };
            };
        };
    };
    own_track_api_command_attendance__attendance_id__track_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attendance_id: string;
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
                    "application/json": components["schemas"]["TrackOut"];
                };
            };
        };
    };
    look_at_track_api_command_attendance__attendance_id__track_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attendance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackLookAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackOut"];
                };
            };
        };
    };
    expedite_case_api_command_cases__case_id__expedite_post: {
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
                "application/json": components["schemas"]["ExpediteAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    list_handovers_api_command_handovers_get: {
        parameters: {
            query?: {
                unit?: string | null;
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
                    "application/json": components["schemas"]["HandoversOut"];
                };
            };
        };
    };
    offer_handover_api_command_handovers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverOut"];
                };
            };
        };
    };
    get_handover_api_command_handovers__handover_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover_id: string;
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
                    "application/json": components["schemas"]["HandoverOut"];
                };
            };
        };
    };
    take_handover_api_command_handovers__handover_id__take_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover_id: string;
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
                    "application/json": components["schemas"]["HandoverOut"];
                };
            };
        };
    };
    withdraw_handover_api_command_handovers__handover_id__withdraw_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handover_id: string;
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
    list_entries_api_command_log_get: {
        parameters: {
            query?: {
                unit?: string | null;
                kind?: ("call" | "incident" | "instruction" | "report" | "inspection" | "other") | null;
                pending?: boolean;
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
                    "application/json": components["schemas"]["LogEntriesOut"];
                };
            };
        };
    };
    keep_entry_api_command_log_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogEntryAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeIdOut"];
                };
            };
        };
    };
    get_entry_api_command_log__entry_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
                    "application/json": components["schemas"]["LogEntryOut"];
                };
            };
        };
    };
    reveal_caller_api_command_log__entry_id__caller_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerOut"];
                };
            };
        };
    };
    settle_entry_api_command_log__entry_id__settle_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
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
    list_orders_api_command_orders_get: {
        parameters: {
            query?: {
                unit?: string | null;
                case?: string | null;
                state?: ("given" | "received" | "done" | "cancelled") | null;
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
                    "application/json": components["schemas"]["InstructionsOut"];
                };
            };
        };
    };
    give_order_api_command_orders_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    get_order_api_command_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
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
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    cancel_order_api_command_orders__order_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionCancelAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    finish_order_api_command_orders__order_id__done_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionFeedbackAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    receive_order_api_command_orders__order_id__receive_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
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
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    list_rosters_api_command_rosters_get: {
        parameters: {
            query?: {
                unit?: string | null;
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
                    "application/json": components["schemas"]["RostersOut"];
                };
            };
        };
    };
    draft_roster_api_command_rosters_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterDraftAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterOut"];
                };
            };
        };
    };
    get_roster_api_command_rosters__roster_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
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
                    "application/json": components["schemas"]["RosterWhole"];
                };
            };
        };
    };
    copy_week_api_command_rosters__roster_id__copy_week_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekCopyAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterProblemsOut"];
                };
            };
        };
    };
    export_roster_api_command_rosters__roster_id__csv_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
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
                    "text/plain": string;
                };
            };
        };
    };
    import_roster_api_command_rosters__roster_id__csv_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterCsvAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterProblemsOut"];
                };
            };
        };
    };
    drop_roster_api_command_rosters__roster_id__drop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
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
    check_roster_api_command_rosters__roster_id__problems_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
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
                    "application/json": components["schemas"]["RosterProblemsOut"];
                };
            };
        };
    };
    publish_roster_api_command_rosters__roster_id__publish_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterPublishAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterProblemsOut"];
                };
            };
        };
    };
    put_shifts_api_command_rosters__roster_id__shifts_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannedShiftsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterProblemsOut"];
                };
            };
        };
    };
    sign_in_api_command_sign_in_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceOut"];
                };
            };
        };
    };
    sign_out_api_command_sign_out_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceOut"];
                };
            };
        };
    };
    list_swaps_api_command_swaps_get: {
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
                    "application/json": components["schemas"]["SwapsOut"];
                };
            };
        };
    };
    ask_swap_api_command_swaps_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwapAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeIdOut"];
                };
            };
        };
    };
    swap_choices_api_command_swaps_choices_get: {
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
                    "application/json": components["schemas"]["SwapChoicesOut"];
                };
            };
        };
    };
    answer_swap_api_command_swaps__swap_id___verb__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                swap_id: string;
                verb: "agree" | "decline" | "withdraw";
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
                    "application/json": components["schemas"]["SwapStateOut"];
                };
            };
        };
    };
    keep_points_api_command_tracks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackPointsAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackKeptOut"];
                };
            };
        };
    };
    list_warnings_api_command_warnings_get: {
        parameters: {
            query?: {
                state?: ("issued" | "lifted" | "expired") | null;
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
                    "application/json": components["schemas"]["WarningsOut"];
                };
            };
        };
    };
    issue_warning_api_command_warnings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarningAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarningOut"];
                };
            };
        };
    };
    get_warning_api_command_warnings__warning_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: string;
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
                    "application/json": components["schemas"]["WarningOut"];
                };
            };
        };
    };
    lift_warning_api_command_warnings__warning_id__lift_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: string;
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
                    "application/json": components["schemas"]["WarningOut"];
                };
            };
        };
    };
    list_receipts_api_command_warnings__warning_id__receipts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: string;
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
                    "application/json": components["schemas"]["WarningReceiptsOut"];
                };
            };
        };
    };
    receive_warning_api_command_warnings__warning_id__receive_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarningKnownAsk"];
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
    demo_api_demo_get: {
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
                    "application/json": components["schemas"]["DemoOut"];
                };
            };
        };
    };
    enter_api_demo_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterAsk"];
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
    morning_report_api_desk_morning_report_get: {
        parameters: {
            query?: {
                format?: "docx" | "xlsx";
                /** @description the day on which the 24 hours end at 08:00; today's */
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
        };
    };
    list_phrases_api_desk_phrases_get: {
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
                    "application/json": components["schemas"]["PhrasesOut"];
                };
            };
        };
    };
    add_phrase_api_desk_phrases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeIdOut"];
                };
            };
        };
    };
    drop_phrase_api_desk_phrases__phrase_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
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
    list_views_api_desk_views_get: {
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
                    "application/json": components["schemas"]["ViewsOut"];
                };
            };
        };
    };
    keep_view_api_desk_views_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeIdOut"];
                };
            };
        };
    };
    drop_view_api_desk_views__view_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
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
    list_classes_api_device_classes_get: {
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
                    "application/json": components["schemas"]["DeviceClassesOut"];
                };
            };
        };
    };
    export_classes_api_device_classes_export_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    import_classes_api_device_classes_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassesReport"];
                };
            };
        };
    };
    get_command_api_device_commands__command_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                command_id: string;
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
                    "application/json": components["schemas"]["CommandOut"];
                };
            };
        };
    };
    withdraw_command_api_device_commands__command_id__withdraw_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                command_id: string;
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
    upkeep_figures_api_device_figures_get: {
        parameters: {
            query?: {
                by?: "class" | "street" | "jurisdiction" | "maker" | "owner" | "maintainer";
                days?: number;
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
                    "application/json": components["schemas"]["UpkeepFigures"];
                };
            };
        };
    };
    export_figures_api_device_figures_export_get: {
        parameters: {
            query?: {
                by?: "class" | "street" | "jurisdiction" | "maker" | "owner" | "maintainer";
                days?: number;
                form?: "csv" | "xlsx";
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
                content?: never;
            };
        };
    };
    list_pushes_api_device_pushes_get: {
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
                    "application/json": components["schemas"]["PushesOut"];
                };
            };
        };
    };
    export_pushes_api_device_pushes_export_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    import_pushes_api_device_pushes_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushesReport"];
                };
            };
        };
    };
    end_push_api_device_pushes__code__end_post: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reveal_push_secret_api_device_pushes__code__secret_post: {
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
                    "application/json": components["schemas"]["PushSecretOut"];
                };
            };
        };
    };
    list_devices_api_devices_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                words?: string | null;
                class_code?: string | null;
                status?: ("online" | "offline" | "fault" | "maintenance" | "retired") | null;
                jurisdiction_id?: string | null;
                organisation_id?: string | null;
                maintainer_id?: string | null;
                maker?: string | null;
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
                    "application/json": components["schemas"]["DevicesOut"];
                };
            };
        };
    };
    add_device_api_devices_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"];
                };
            };
        };
    };
    export_devices_api_devices_export_get: {
        parameters: {
            query?: {
                form?: "csv" | "xlsx";
                words?: string | null;
                class_code?: string | null;
                status?: ("online" | "offline" | "fault" | "maintenance" | "retired") | null;
                jurisdiction_id?: string | null;
                organisation_id?: string | null;
                maintainer_id?: string | null;
                maker?: string | null;
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
                content?: never;
            };
        };
    };
    device_figures_api_devices_figures_get: {
        parameters: {
            query?: {
                by?: "class" | "maker" | "owner" | "maintainer" | "jurisdiction";
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
                    "application/json": components["schemas"]["DeviceFiguresOut"];
                };
            };
        };
    };
    import_devices_api_devices_import_post: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicesReport"];
                };
            };
        };
    };
    list_strangers_api_devices_strangers_get: {
        parameters: {
            query?: {
                state?: "waiting" | "adopted" | "refused";
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
                    "application/json": components["schemas"]["StrangersOut"];
                };
            };
        };
    };
    adopt_stranger_api_devices_strangers_adopt_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"];
                };
            };
        };
    };
    refuse_stranger_api_devices_strangers_refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrangerAsk"];
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
    get_device_api_devices__device_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
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
                    "application/json": components["schemas"]["DeviceOut"];
                };
            };
        };
    };
    change_device_api_devices__device_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"];
                };
            };
        };
    };
    device_chart_api_devices__device_id__chart_get: {
        parameters: {
            query: {
                metric: string;
                since: string;
                until: string;
                points?: number;
            };
            header?: never;
            path: {
                device_id: string;
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
                    "application/json": components["schemas"]["ChartOut"];
                };
            };
        };
    };
    set_device_cipher_api_devices__device_id__cipher_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CipherAsk"];
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
    list_commands_api_devices__device_id__commands_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                device_id: string;
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
                    "application/json": components["schemas"]["CommandsOut"];
                };
            };
        };
    };
    command_device_api_devices__device_id__commands_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOut"];
                };
            };
        };
    };
    list_inspections_api_devices__device_id__inspections_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                device_id: string;
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
                    "application/json": components["schemas"]["InspectionsOut"];
                };
            };
        };
    };
    inspect_device_api_devices__device_id__inspections_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionMade"];
                };
            };
        };
    };
    set_device_state_api_devices__device_id__state_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceStateAsk"];
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
    list_erasures_api_erasures_get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["Erasures"];
                };
            };
        };
    };
    ask_to_erase_api_erasures_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
        };
    };
    consent_api_erasures__erasure_id__consent_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
                };
            };
        };
    };
    refuse_api_erasures__erasure_id__refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasure_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__access__privacy__routes__erasures__RefuseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOut"];
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
    open_figures_api_evaluation_open_get: {
        parameters: {
            query?: {
                within?: string | null;
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
    own_figures_api_evaluation_own_get: {
        parameters: {
            query: {
                from: string;
                to: string;
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
    list_waiting_machines_api_events_machines_get: {
        parameters: {
            query?: {
                late?: boolean | null;
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
                    "application/json": components["schemas"]["WaitingMachines"];
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
    list_event_devices_api_events__event_id__devices_get: {
        parameters: {
            query?: {
                words?: string | null;
                standing?: boolean | null;
                cursor?: string | null;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["EventDevices"];
                };
            };
        };
    };
    read_machine_api_events__event_id__machine_get: {
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
                    "application/json": components["schemas"]["MachineOut"];
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
    move_api_events__event_id__move_post: {
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
                "application/json": components["schemas"]["EventMoveAsk"];
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
                "application/json": components["schemas"]["yiwang__events__shapes__RefuseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__events__shapes__RefusedOut"];
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
    judge_event_api_events__event_id__verdict_post: {
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
                "application/json": components["schemas"]["EventVerdictAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgementOut"];
                };
            };
        };
    };
    list_exports_api_exports_get: {
        parameters: {
            query?: {
                state?: string | null;
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
                    "application/json": components["schemas"]["Exports"];
                };
            };
        };
    };
    ask_export_api_exports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    list_data_sets_api_exports_data_sets_get: {
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
                    "application/json": components["schemas"]["DataSets"];
                };
            };
        };
    };
    see_export_api_exports__export_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    approve_api_exports__export_id__approve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    fetch_api_exports__export_id__file_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv; charset=utf-8": string;
                };
            };
        };
    };
    refuse_api_exports__export_id__refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__access__privacy__routes__exports__RefuseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
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
    write_note_api_federation_cases__case_id__notes_post: {
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
                "application/json": components["schemas"]["NoteAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
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
    read_signs_api_federation_signs_get: {
        parameters: {
            query?: {
                platform?: string | null;
                code?: string | null;
                hours?: number;
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
                    "application/json": components["schemas"]["FederationSigns"];
                };
            };
        };
    };
    read_warning_api_federation_warnings__warning_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                warning_id: string;
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
                    "application/json": components["schemas"]["WarningShares"];
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
    list_forecasts_api_forecasts_get: {
        parameters: {
            query?: {
                node?: string | null;
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
                    "application/json": components["schemas"]["ForecastsOut"];
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
    list_batches_api_history_batches_get: {
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
                    "application/json": components["schemas"]["HistoryBatchesOut"];
                };
            };
        };
    };
    begin_batch_api_history_batches_post: {
        parameters: {
            query: {
                system: string;
                datum?: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
                backdate?: boolean;
                skip_wrong?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/jsonl": string;
                "application/vnd.apache.arrow.stream": string;
                "application/vnd.apache.parquet": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryBatchOut"];
                };
            };
        };
    };
    get_batch_api_history_batches__batch_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["HistoryBatchOut"];
                };
            };
        };
    };
    check_batch_api_history_batches__batch_id__check_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["HistoryBatchOut"];
                };
            };
        };
    };
    commit_batch_api_history_batches__batch_id__commit_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["HistoryBatchOut"];
                };
            };
        };
    };
    list_complaints_api_history_batches__batch_id__complaints_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                batch_id: string;
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
                    "application/json": components["schemas"]["HistoryComplaintsOut"];
                };
            };
        };
    };
    add_part_api_history_batches__batch_id__parts__number__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/jsonl": string;
                "application/vnd.apache.arrow.stream": string;
                "application/vnd.apache.parquet": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryBatchOut"];
                };
            };
        };
    };
    declare_api_hotline_declarations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared"];
                };
            };
        };
    };
    figures_api_hotline_figures_get: {
        parameters: {
            query: {
                since: string;
                until: string;
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
                    "application/json": components["schemas"]["Figures"];
                };
            };
        };
    };
    list_imports_api_hotline_imports_get: {
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
                    "application/json": components["schemas"]["Imports"];
                };
            };
        };
    };
    begin_import_api_hotline_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_begin_import_api_hotline_imports_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__cases__hotline__shapes__ImportOut"];
                };
            };
        };
    };
    read_import_api_hotline_imports__import_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
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
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
        };
    };
    report_import_api_hotline_imports__import_id__report_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
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
                    "application/octet-stream": string;
                };
            };
        };
    };
    list_mappings_api_hotline_mappings_get: {
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
                    "application/json": components["schemas"]["Mappings"];
                };
            };
        };
    };
    list_orders_api_hotline_orders_get: {
        parameters: {
            query?: {
                standing?: string;
                number?: string | null;
                kind?: string | null;
                level?: string | null;
                resolution?: string | null;
                satisfaction?: string | null;
                case?: string | null;
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
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
        };
    };
    receive_api_hotline_orders_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
        };
    };
    read_order_api_hotline_orders__order_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
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
                    "application/json": components["schemas"]["OrderDetail"];
                };
            };
        };
    };
    answer_api_hotline_orders__order_id__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
        };
    };
    call_back_api_hotline_orders__order_id__callback_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalledAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
        };
    };
    extend_api_hotline_orders__order_id__extend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
        };
    };
    first_contact_api_hotline_orders__order_id__first_contact_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__cases__hotline__asking__ContactAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
        };
    };
    give_back_api_hotline_orders__order_id__return_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOut"];
                };
            };
        };
    };
    read_rules_api_hotline_rules_get: {
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
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
        };
    };
    due_inspections_api_inspections_due_get: {
        parameters: {
            query?: {
                until?: string | null;
                class_code?: string | null;
                maintainer_id?: string | null;
                jurisdiction_id?: string | null;
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
                    "application/json": components["schemas"]["DueOut"];
                };
            };
        };
    };
    list_plans_api_inspections_plans_get: {
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
                    "application/json": components["schemas"]["PlansOut"];
                };
            };
        };
    };
    set_plan_api_inspections_plans_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanIO"];
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
                "application/json": components["schemas"]["yiwang__places__shapes__EndAsk"];
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
    limit_key_api_keys__key_id__limit_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitAsk"];
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
    who_saw_api_looks_get: {
        parameters: {
            query?: {
                person?: string | null;
                person_kind?: string | null;
                looker?: string | null;
                object_id?: string | null;
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
                    "application/json": components["schemas"]["Looks"];
                };
            };
        };
    };
    waiting_api_mail_waiting_get: {
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
                    "application/json": components["schemas"]["Letters"];
                };
            };
        };
    };
    dismiss_api_mail__message_id__dismiss_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissAsk"];
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
    report_api_mail__message_id__report_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByHandAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
        };
    };
    map_alarms_api_map_alarms_get: {
        parameters: {
            query: {
                /** @description as MapLibre counts: 512 pixels at 0 */
                zoom: number;
                west: number;
                south: number;
                east: number;
                north: number;
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
    map_cases_api_map_cases_get: {
        parameters: {
            query: {
                /** @description as MapLibre counts: 512 pixels at 0 */
                zoom: number;
                show?: "open" | "closed" | "all";
                urgent?: boolean | null;
                overdue?: boolean | null;
                since?: string | null;
                west: number;
                south: number;
                east: number;
                north: number;
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
    map_devices_api_map_devices_get: {
        parameters: {
            query: {
                /** @description as MapLibre counts: 512 pixels at 0 */
                zoom: number;
                status?: ("online" | "offline" | "fault" | "maintenance" | "retired") | null;
                west: number;
                south: number;
                east: number;
                north: number;
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
    map_forces_api_map_forces_get: {
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
                    "application/geo+json": unknown;
                };
            };
        };
    };
    list_layers_api_map_layers_get: {
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
                    "application/json": components["schemas"]["LayersOut"];
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
    find_next_door_api_next_doors_get: {
        parameters: {
            query?: {
                text?: string;
                matter?: string | null;
                reason?: string;
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
                    "application/json": components["schemas"]["NextDoorOut"];
                };
            };
        };
    };
    export_next_doors_api_next_doors_export_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    import_next_doors_api_next_doors_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__events__channels__routes__declaring__ImportOut"];
                };
            };
        };
    };
    end_next_door_api_next_doors__code__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__events__channels__routes__declaring__EndAsk"];
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
    put_contact_api_notices_contacts__kind__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "mail" | "sms" | "wecom";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__notices__routes__preferences__ContactAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaskedOut"];
                };
            };
        };
    };
    delete_contact_api_notices_contacts__kind__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "mail" | "sms" | "wecom";
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
    see_preferences_api_notices_preferences_get: {
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
                    "application/json": components["schemas"]["PreferencesOut"];
                };
            };
        };
    };
    put_preferences_api_notices_preferences_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesAsk"];
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
    put_post_quiet_api_notices_quiet__post_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostQuietAsk"];
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
    list_outbox_api_outbox_get: {
        parameters: {
            query?: {
                state?: ("waiting" | "held" | "gathered" | "leased" | "sending" | "sent" | "failed" | "uncertain" | "cancelled") | null;
                carrier?: string | null;
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
                    "application/json": components["schemas"]["OutboxOut"];
                };
            };
        };
    };
    cancel_message_api_outbox__message_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
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
    retry_message_api_outbox__message_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
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
    choose_password_api_password_link_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chosen"];
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
    list_policies_api_policies_get: {
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
                    "application/json": components["schemas"]["Policies"];
                };
            };
        };
    };
    set_policy_api_policies__role__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyOut"];
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
    list_proposals_api_proposals_get: {
        parameters: {
            query?: {
                state?: "waiting" | "open" | "answered" | "declined";
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
                    "application/json": components["schemas"]["ProposalsOut"];
                };
            };
        };
    };
    answer_api_proposals__proposal_id__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalAnswerAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
        };
    };
    decline_api_proposals__proposal_id__decline_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalAnswerAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
        };
    };
    open_up_api_proposals__proposal_id__open_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalOpenAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
        };
    };
    list_providers_api_providers_get: {
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
                    "application/json": components["schemas"]["Providers"];
                };
            };
        };
    };
    add_provider_api_providers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProviderAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderOut"];
                };
            };
        };
    };
    change_provider_api_providers__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderOut"];
                };
            };
        };
    };
    try_provider_api_providers__code__try_post: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_pulse_api_pulse_get: {
        parameters: {
            query?: {
                node?: string | null;
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
                    "application/json": components["schemas"]["PulseOut"];
                };
            };
        };
    };
    read_queue_api_queue_get: {
        parameters: {
            query?: {
                /** @description a tab of the list, or urgent, or expedited */
                tab?: string;
                jurisdiction?: string | null;
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
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
        };
    };
    count_queue_api_queue_counts_get: {
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
                    "application/json": components["schemas"]["QueueCounts"];
                };
            };
        };
    };
    list_streams_api_reading_streams_get: {
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
                    "application/json": components["schemas"]["StreamsOut"];
                };
            };
        };
    };
    offer_stream_api_reading_streams_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreamAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamMade"];
                };
            };
        };
    };
    end_stream_api_reading_streams__share_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
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
    pause_stream_api_reading_streams__share_id__pause_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
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
    resume_stream_api_reading_streams__share_id__resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
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
    import_readings_api_readings_import_post: {
        parameters: {
            query?: {
                dry_run?: boolean;
                skip_wrong?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FillOut"];
                };
            };
        };
    };
    latest_readings_api_readings_latest_get: {
        parameters: {
            query?: {
                class_code?: string | null;
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
                    "application/json": components["schemas"]["LatestOut"];
                };
            };
        };
    };
    noisy_devices_api_readings_noisy_get: {
        parameters: {
            query: {
                day: string;
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
                    "application/json": components["schemas"]["NoisyOut"];
                };
            };
        };
    };
    take_receipt_api_receipts__carrier__post: {
        parameters: {
            query?: never;
            header?: {
                "webhook-id"?: string;
                "webhook-timestamp"?: string;
                "webhook-signature"?: string;
            };
            path: {
                carrier: string;
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
                    "application/json": components["schemas"]["ReceiptOut"];
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
    search_reports_api_reports_search_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsFound"];
                };
            };
        };
    };
    follow_api_residents_follow__token__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["Standing"];
                };
            };
        };
    };
    add_api_residents_follow__token__comments_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAsk"];
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
    look_api_residents_follow__token__photos__photo_id__get: {
        parameters: {
            query?: {
                small?: boolean;
            };
            header?: never;
            path: {
                token: string;
                photo_id: string;
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
    rate_api_residents_follow__token__rating_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateAsk"];
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
    see_told_api_residents_follow__token__tell_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["TellOut"];
                };
            };
        };
    };
    tell_api_residents_follow__token__tell_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellAsk"];
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
    tell_no_more_api_residents_follow__token__tell_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
    lookup_api_residents_lookup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookupAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
        };
    };
    ground_api_residents_map_get: {
        parameters: {
            query: {
                level: string;
                within?: string | null;
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
                    "application/geo+json": Record<string, never>;
                };
            };
        };
    };
    nearby_api_residents_nearby_get: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                datum?: string;
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
                    "application/json": components["schemas"]["NearBy"];
                };
            };
        };
    };
    join_api_residents_nearby__number__join_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentOut"];
                };
            };
        };
    };
    send_photo_api_residents_photos_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_send_photo_api_residents_photos_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoOut"];
                };
            };
        };
    };
    read_proposals_api_residents_proposals_get: {
        parameters: {
            query?: {
                kind?: ("suggestion" | "need") | null;
                within?: string | null;
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
                    "application/json": components["schemas"]["ProposalsOut"];
                };
            };
        };
    };
    propose_api_residents_proposals_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
        };
    };
    take_back_api_residents_proposals__proposal_id__take_back_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteAsk"];
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
    vote_api_residents_proposals__proposal_id__vote_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteAsk"];
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
    read_ratings_api_residents_ratings__case_id__get: {
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
                    "application/json": components["schemas"]["Ratings"];
                };
            };
        };
    };
    report_api_residents_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentOut"];
                };
            };
        };
    };
    foresee_api_residents_suggest_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForeseeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeseenOut"];
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
    reveal_api_reveal_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["yiwang__access__privacy__routes__looks__RevealAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
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
    list_screens_api_screens_get: {
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
                    "application/json": components["schemas"]["Screens"];
                };
            };
        };
    };
    add_screen_api_screens_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreenAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewScreenOut"];
                };
            };
        };
    };
    open_screen_api_screens_open_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
        };
    };
    end_screen_api_screens__screen_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                screen_id: string;
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
    search_api_search_get: {
        parameters: {
            query: {
                q: string;
                /** @description cases, events, people, places; with commas */
                kinds?: string;
                limit?: number;
                cursor?: string | null;
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
                    "application/json": components["schemas"]["FoundOut"];
                };
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
            /** @description A second factor is owed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HalfOut"];
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
    add_passkey_api_session_passkeys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCredentialAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesOut"];
                };
            };
        };
    };
    passkey_options_api_session_passkeys_options_post: {
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
                    "application/json": components["schemas"]["OptionsOut"];
                };
            };
        };
    };
    remove_passkey_api_session_passkeys__passkey_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
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
    rename_passkey_api_session_passkeys__passkey_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelAsk"];
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
    prove_api_session_prove_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveAsk"];
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
    new_codes_api_session_recovery_codes_post: {
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
                    "application/json": components["schemas"]["CodesOut"];
                };
            };
        };
    };
    security_api_session_security_get: {
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
                    "application/json": components["schemas"]["SecurityOut"];
                };
            };
        };
    };
    start_totp_api_session_totp_post: {
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
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
        };
    };
    remove_totp_api_session_totp_delete: {
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
    confirm_totp_api_session_totp_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesOut"];
                };
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
    read_settings_api_settings_get: {
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
                    "application/json": components["schemas"]["SettingsOut"];
                };
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
    half_session_api_sign_in_get: {
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
                    "application/json": components["schemas"]["HalfOut"];
                };
            };
        };
    };
    give_up_api_sign_in_delete: {
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
    prove_with_code_api_sign_in_code_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAsk"];
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
    enrol_passkey_api_sign_in_enrol_passkey_post: {
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
                    "application/json": components["schemas"]["OptionsOut"];
                };
            };
        };
    };
    confirm_passkey_api_sign_in_enrol_passkey_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCredentialAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledOut"];
                };
            };
        };
    };
    enrol_totp_api_sign_in_enrol_totp_post: {
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
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
        };
    };
    confirm_totp_api_sign_in_enrol_totp_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledOut"];
                };
            };
        };
    };
    prove_with_passkey_api_sign_in_passkey_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialAsk"];
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
    passkey_options_api_sign_in_passkey_options_post: {
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
                    "application/json": components["schemas"]["OptionsOut"];
                };
            };
        };
    };
    ways_api_sign_in_ways_get: {
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
                    "application/json": components["schemas"]["WaysOut"];
                };
            };
        };
    };
    arrive_api_sign_in__provider__callback_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    depart_api_sign_in__provider__start_get: {
        parameters: {
            query?: {
                to?: string | null;
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    list_signs_api_signs_get: {
        parameters: {
            query?: {
                dimension?: ("safety" | "green" | "vitality" | "health") | null;
                node?: string | null;
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
                    "application/json": components["schemas"]["SignBoardOut"];
                };
            };
        };
    };
    export_signs_api_signs_toml_get: {
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
                    "application/toml": string;
                };
            };
        };
    };
    get_sign_api_signs__code__get: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                node?: string | null;
            };
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
                    "application/json": components["schemas"]["SignDetailOut"];
                };
            };
        };
    };
    edit_sign_api_signs__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignEditAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignDefinitionOut"];
                };
            };
        };
    };
    get_forecast_api_signs__code__forecast_get: {
        parameters: {
            query?: {
                node?: string | null;
            };
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
                    "application/json": components["schemas"]["ForecastOut"];
                };
            };
        };
    };
    list_sign_parts_api_signs__code__nodes_get: {
        parameters: {
            query?: {
                level?: ("street" | "sector" | "neighbourhood") | null;
                node?: string | null;
            };
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
                    "application/json": components["schemas"]["SignPartsOut"];
                };
            };
        };
    };
    list_sign_rows_api_signs__code__rows_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                node?: string | null;
            };
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
                    "application/json": components["schemas"]["SignRowsOut"];
                };
            };
        };
    };
    send_sign_values_api_signs__code__values_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignValuesAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignValuesOut"];
                };
            };
        };
    };
    list_sign_versions_api_signs__code__versions_get: {
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
                    "application/json": components["schemas"]["SignVersionsOut"];
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
                "application/json": components["schemas"]["yiwang__people__routes__RevealAsk"];
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
    list_strangers_api_strangers_get: {
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
                    "application/json": components["schemas"]["Strangers"];
                };
            };
        };
    };
    stream_api_stream_get: {
        parameters: {
            query?: {
                /** @description the id of the last event received */
                after?: string | null;
                /** @description end when everything up to now is told */
                once?: boolean;
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
                content?: never;
            };
        };
    };
    list_upkeep_api_upkeep_get: {
        parameters: {
            query?: {
                maintainer_id?: string | null;
                open?: boolean | null;
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
                    "application/json": components["schemas"]["UpkeepsOut"];
                };
            };
        };
    };
    wall_api_wall_get: {
        parameters: {
            query?: {
                /** @description the id of what the stream told last */
                after?: string | null;
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
                    "application/json": components["schemas"]["WallOut"];
                };
            };
        };
    };
    wall_case_api_wall_cases__case_id__get: {
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
                    "application/json": components["schemas"]["WallCaseOut"];
                };
            };
        };
    };
    wall_figures_api_wall_figures_get: {
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
                    "application/json": components["schemas"]["WallFiguresOut"];
                };
            };
        };
    };
    list_webhooks_api_webhooks_get: {
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
                    "application/json": components["schemas"]["SubscriptionsOut"];
                };
            };
        };
    };
    add_webhook_api_webhooks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionAsk"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["yiwang__notices__routes__webhooks__SecretOut"];
                };
            };
        };
    };
    end_webhook_api_webhooks__webhook_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
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
    resume_webhook_api_webhooks__webhook_id__resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
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
    rotate_webhook_api_webhooks__webhook_id__rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
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
                    "application/json": components["schemas"]["yiwang__notices__routes__webhooks__SecretOut"];
                };
            };
        };
    };
    authority_ca_crt_get: {
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
                    "application/x-x509-ca-cert": unknown;
                };
            };
        };
    };
    healthz_healthz_get: {
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
                    "text/plain": string;
                };
            };
        };
    };
    exposition_metrics_get: {
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
                    "text/plain": unknown;
                };
            };
        };
    };
    discover_open311_v2_discovery__format__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/xml": unknown;
                };
            };
        };
    };
    list_requests_open311_v2_requests__format__get: {
        parameters: {
            query?: {
                jurisdiction_id?: string | null;
                service_request_id?: string | null;
                service_code?: string | null;
                start_date?: string | null;
                end_date?: string | null;
                status?: string | null;
                api_key?: string | null;
            };
            header?: never;
            path: {
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                    "text/xml": unknown;
                };
            };
        };
    };
    send_request_open311_v2_requests__format__post: {
        parameters: {
            query?: {
                api_key?: string | null;
            };
            header?: never;
            path: {
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    account_id?: string;
                    address_id?: string;
                    address_string?: string;
                    api_key?: string;
                    description?: string;
                    device_id?: string;
                    email?: string;
                    first_name?: string;
                    jurisdiction_id?: string;
                    last_name?: string;
                    lat?: string;
                    long?: string;
                    media_url?: string;
                    phone?: string;
                    service_code: string;
                };
            };
        };
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                    "text/xml": unknown;
                };
            };
        };
    };
    read_request_open311_v2_requests__service_request_id___format__get: {
        parameters: {
            query?: {
                jurisdiction_id?: string | null;
                api_key?: string | null;
            };
            header?: never;
            path: {
                service_request_id: string;
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                    "text/xml": unknown;
                };
            };
        };
    };
    list_services_open311_v2_services__format__get: {
        parameters: {
            query?: {
                jurisdiction_id?: string | null;
            };
            header?: never;
            path: {
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                    "text/xml": unknown;
                };
            };
        };
    };
    define_service_open311_v2_services__service_code___format__get: {
        parameters: {
            query?: {
                jurisdiction_id?: string | null;
            };
            header?: never;
            path: {
                service_code: string;
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/xml": unknown;
                };
            };
        };
    };
    read_token_open311_v2_tokens__token___format__get: {
        parameters: {
            query?: {
                jurisdiction_id?: string | null;
                api_key?: string | null;
            };
            header?: never;
            path: {
                token: string;
                format: "json" | "xml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As GeoReport v2 has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                    "text/xml": unknown;
                };
            };
        };
    };
    readyz_readyz_get: {
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
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
