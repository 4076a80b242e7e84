//! What holds for every collection of the server's own OpenAPI document: filters find what they name and nothing else, orders sort,
//! searches find, secrets that were stored come back in no answer, and a list asks the database the same number of questions however
//! many rows it shows.

mod budget;
mod by_hand;
mod filters;
mod leads;
mod looks;
mod made;
mod orders;
mod searches;
mod secrets;
mod vary;
mod world;

use by_hand::{
    applications_are_listed_for_whom_they_are_open_to, machines_are_listed_in_full_when_asked_for,
    only_pending_requests_are_to_be_reviewed, permissions_are_found_by_the_role_that_holds_them,
    reviews_are_listed_by_whether_one_is_a_reviewer, roles_are_found_through_groups_and_by_who_manages_them,
};
use filters::a_filter_finds_what_it_names_and_nothing_else;
use orders::an_order_sorts_and_its_opposite_sorts_the_other_way;
use searches::a_search_finds_what_it_names_and_nothing_else;
use secrets::a_stored_secret_is_in_no_answer;
use vestibule_tests::{each_database, each_database_alone};

each_database![
    a_filter_finds_what_it_names_and_nothing_else,
    an_order_sorts_and_its_opposite_sorts_the_other_way,
    a_search_finds_what_it_names_and_nothing_else,
];

each_database_alone![
    a_stored_secret_is_in_no_answer,
    applications_are_listed_for_whom_they_are_open_to,
    machines_are_listed_in_full_when_asked_for,
    only_pending_requests_are_to_be_reviewed,
    permissions_are_found_by_the_role_that_holds_them,
    reviews_are_listed_by_whether_one_is_a_reviewer,
    roles_are_found_through_groups_and_by_who_manages_them,
];
