//! Takes certificates as proof.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::{CertAttribute, MutualTLSStage, UserAttribute};

pub(crate) const TYPE: StageType = StageType::new(unavailable(MutualTLSStage::RESOURCE));
