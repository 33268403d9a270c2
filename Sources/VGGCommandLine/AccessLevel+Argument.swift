import ArgumentParser
import VGGEmitters

extension AccessLevel: ExpressibleByArgument {}
