// Modules whose types the public signatures name. `MemberImportVisibility` lets a program use a member only if it
// imports the module that declares it; so this module exports them, and programs import only `VGGRuntime`.

@_exported import VGGPhotoFit
@_exported import VGGWeights
