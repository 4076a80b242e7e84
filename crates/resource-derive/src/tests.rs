#![expect(clippy::unwrap_used, reason = "tests")]

use quote::quote;
use syn::DeriveInput;

use crate::names;

fn declare(input: proc_macro2::TokenStream) -> Result<String, String> {
    expand(input, crate::resource::derive)
}

fn expand(input: proc_macro2::TokenStream, derive: fn(&DeriveInput) -> syn::Result<proc_macro2::TokenStream>) -> Result<String, String> {
    let tokens = derive(&syn::parse2(input).unwrap())
        .map_err(|error| error.into_iter().map(|error| error.to_string() + "\n").collect::<String>())?;
    Ok(prettyplease::unparse(&syn::parse2(tokens).unwrap()))
}

#[test]
fn this_is_all_that_is_generated_for_a_resource() {
    let expanded = declare(quote! {
        /// Admits only visitors who hold an invitation.
        #[resource(extends = Stage, path = "stages/invitation/stages", model = "authentik_stages_invitation.invitationstage",
                   form = "ak-stage-invitation-form", order = "name", search = [name],
                   filter = [name, "no_flows: flow_set isnull"])]
        pub struct InvitationStage {
            /// Go on to the next stage when no invitation is given, instead of ending the flow.
            #[field(default = false)]
            pub continue_flow_without_invitation: bool,
            /// Flows that use the stage.
            #[field(nest(to = "authentik_flows.flow", table = "flow_stage_binding", mine = "stage", theirs = "target", view = FLOW_SET))]
            pub flow_set: Nest,
        }
    });
    insta::assert_snapshot!(expanded.unwrap());
}

#[test]
fn this_is_all_that_is_generated_for_choices() {
    let input = quote! {
        #[choices(name = "LayoutEnum")]
        pub enum Layout {
            ContentLeft,
            #[choice(value = "ak-locale", label = "Locale")]
            Locale,
        }
    };
    insta::assert_snapshot!(expand(input, crate::choices::derive).unwrap());
}

#[test]
fn every_field_without_a_doc_comment_is_told() {
    let error = declare(quote! {
        /// A thing.
        #[resource(model = "a.thing", key = "id")]
        struct Thing { id: i64, name: String }
    });
    let line = |name| format!("`{name}` needs a doc comment: it is what people read about it everywhere\n");
    assert_eq!(error.unwrap_err(), line("id") + &line("name"));
}

#[test]
fn a_struct_without_a_doc_comment_is_refused() {
    let error = declare(quote! { #[resource(model = "a.thing", key = "id")] struct Thing {} }).unwrap_err();
    assert_eq!(error, "`Thing` needs a doc comment: it is what people read about it everywhere\n");
}

#[test]
fn an_unknown_word_is_told_with_the_known_ones() {
    let error = declare(quote! {
        /// A thing.
        #[resource(model = "a.thing", key = "id")]
        struct Thing {
            /// Name.
            #[field(size = 5)]
            name: String,
        }
    });
    assert!(error.unwrap_err().starts_with("unknown word `size`; known are default, read_only, "));
    let error = declare(quote! {
        /// A thing.
        #[resource(model = "a.thing", sorted)]
        struct Thing {}
    });
    assert!(error.unwrap_err().starts_with("unknown word `sorted`; known are model, "));
}

fn field(field: proc_macro2::TokenStream) -> String {
    let input = quote! {
        /// A thing.
        #[resource(model = "a.thing", key = "id")]
        struct Thing {
            /// Something.
            #field
        }
    };
    declare(input).unwrap_err()
}

#[test]
fn a_word_that_does_not_fit_the_field_is_refused() {
    assert_eq!(field(quote!(#[field(max = 5)] on: bool)), "`max` means nothing here\n");
    assert_eq!(field(quote!(#[field(blank, blank)] on: String)), "`blank` stands here twice\n");
    assert_eq!(field(quote!(#[field(kind = fancy)] on: String)), "a text can be an `email`, `url`, `secret` or `duration`\n");
    assert_eq!(field(quote!(#[field(kind = email, pattern = slug)] on: String)), "`pattern` means nothing here\n");
    assert_eq!(field(quote!(#[field(read_only, internal)] on: bool)), "`read_only`, `write_only` and `internal` exclude each other\n");
    assert_eq!(field(quote!(#[field(to = "a.b")] on: i64)), "a reference needs `on_delete = cascade`, `set_null` or `set_default`\n");
    assert_eq!(field(quote!(on: Links)), "needs `links(to = …, table = …, mine = …, theirs = …)`\n");
    assert_eq!(field(quote!(#[field(links(to = "a.b", table = "c", mine = "d"))] on: Links)), "`links` lacks `theirs = \"…\"`\n");
}

#[test]
fn what_a_resource_lacks_is_told() {
    let error = |words: proc_macro2::TokenStream| {
        let input = quote! {
            /// A thing.
            #[resource(#words)]
            struct Thing {}
        };
        declare(input).unwrap_err()
    };
    assert_eq!(error(quote!(key = "id")), "`resource` lacks `model = \"…\"`\n");
    assert_eq!(error(quote!(model = "a.thing")), "`resource` lacks `key = \"…\"`\n");
    assert_eq!(error(quote!(model = "a.thing", extends = Base, link = "base_id")), "`resource` lacks `key = \"…\"`\n");
    assert_eq!(
        error(quote!(model = "a.thing", key = "id", filter = ["a: b like"])),
        "a lookup is one of exact, in, iexact, icontains, gt, lt, isnull, startswith, attributes\n"
    );
}

#[test]
fn rust_names_become_words() {
    assert_eq!((names::snake("OAuth2Provider"), names::title("LDAPSource")), ("o_auth2_provider".to_owned(), "LDAP Source".to_owned()));
}
