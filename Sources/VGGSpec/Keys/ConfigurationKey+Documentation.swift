extension ModelKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension InputKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension LimitKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension ConvolutionKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension MaxPoolKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension AveragePoolKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension LocalResponseNormKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension DropoutKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension ActivationWord {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension GlobalPoolKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension ClassifierKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension ClassifierElementKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension LinearKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension PreprocessKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension AugmentKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension RandomCropKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension TrainingKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}

extension ScheduleKey {
  package func documentation(in phrases: any KeyPhrasebook) -> KeyDocumentation {
    phrases.documentation(of: self)
  }
}
