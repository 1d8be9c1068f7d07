-- What shows a document or hides it is called by the gates alone, never by the application.
REVOKE EXECUTE ON FUNCTION show_to_public(uuid), hide_from_public(uuid), iso_date(text),
    index_number_assign(), index_number_needs_edition(), signature_gate(), edition_gate(), edition_shows(),
    withdrawal_gate(), withdrawal_hides(), restoration_shows(), purge_on_second_word(), record_is_kept()
    FROM PUBLIC;
